package dev.tallystone.invocation;

import dev.tallystone.invocation.Field.Kind;
import dev.tallystone.invocation.FieldTree.Node;
import org.jspecify.annotations.Nullable;

/** Walks one record along the {@link FieldTree} and notes where the values of its fields stand. */
final class RecordScanner extends JsonSyntax {

    private final Node root;
    private final FieldValues values;
    private long headKeysSeen;

    RecordScanner(FieldTree tree, FieldValues values) {
        this.root = tree.root;
        this.values = values;
    }

    /** Why the bytes are not one JSON object with each head key at most once, or null. */
    @Nullable
    RejectionReason scan(byte[] bytes, int from, int to) {
        reset(bytes, to);
        values.reset(bytes);
        headKeysSeen = 0;
        int at = skipSpace(from);
        boolean object = at(at) == '{';
        int behind = object ? scanObject(at, root) : skipValue(at);
        if (behind != STOP && skipSpace(behind) != end) {
            reject(RejectionReason.BAD_JSON);
        } else if (behind != STOP && !object) {
            reject(RejectionReason.NOT_OBJECT);
        }
        return rejection();
    }

    private int scanObject(int from, Node node) {
        int at = skipSpace(from + 1);
        if (at(at) == '}') {
            return at + 1;
        }
        while (true) {
            int key = at + 1;
            int keyEnd = skipString(at) - 1;
            at = keyEnd < key ? STOP : skipColon(keyEnd + 1);
            at = at == STOP ? STOP : scanValue(at, child(node, key, keyEnd));
            if (at == STOP) {
                return STOP;
            }
            at = skipSpace(at);
            if (at(at) == '}') {
                return at + 1;
            }
            if (at(at) != ',') {
                return reject(RejectionReason.BAD_JSON);
            }
            at = skipSpace(at + 1);
        }
    }

    /** An escaped key is an own field too, if that is what it spells. */
    private @Nullable Node child(Node node, int from, int to) {
        if (escaped) {
            byte[] plain = JsonText.unescape(data, from, to);
            return node.child(plain, 0, plain.length);
        }
        return node.child(data, from, to);
    }

    private int scanValue(int from, @Nullable Node node) {
        if (node == null) {
            return skipValue(from);
        }
        if ((headKeysSeen & node.headBit) != 0) {
            return reject(RejectionReason.DUP_KEY);
        }
        headKeysSeen |= node.headBit;
        return switch (at(from)) {
            case '{' -> node.isLeaf() ? skipLeaf(from, node) : scanObject(from, node);
            case '[' -> isRead(node) ? scanArray(from, node) : skipLeaf(from, node);
            default -> skipLeaf(from, node);
        };
    }

    private static boolean isRead(Node node) {
        return node.intoElements || (node.field != null && node.field.kind == Kind.LENGTH);
    }

    private int skipLeaf(int from, Node node) {
        int behind = skipValue(from);
        if (behind != STOP && node.field != null && node.isLeaf()) {
            values.put(node.field, from, behind);
        }
        return behind;
    }

    private int scanArray(int from, Node node) {
        values.array(node.field);
        int at = skipSpace(from + 1);
        if (at(at) == ']') {
            return at + 1;
        }
        while (true) {
            at = at(at) == '{' && node.intoElements ? scanObject(at, node) : skipValue(at);
            if (at == STOP) {
                return STOP;
            }
            values.element(node.field);
            at = skipSpace(at);
            if (at(at) == ']') {
                return at + 1;
            }
            if (at(at) != ',') {
                return reject(RejectionReason.BAD_JSON);
            }
            at = skipSpace(at + 1);
        }
    }
}
