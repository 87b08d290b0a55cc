package dev.tallystone.invocation;

import dev.tallystone.invocation.Field.Kind;
import dev.tallystone.invocation.FieldTree.Node;
import org.jspecify.annotations.Nullable;

/** Walks one record along the {@link FieldTree} and notes where the values of its fields stand. */
final class RecordScanner extends JsonSyntax {

    private final Node root;
    private final FieldValues values;
    private long headKeysSeen;
    private int valueAt;

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
        JsonKey before = node.keys.start;
        while (true) {
            JsonKey key = key(at, node, before);
            at = key == null ? STOP : scanValue(valueAt, key.child);
            if (key == null || at == STOP) {
                return STOP;
            }
            before = key;
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

    /** The key at a position; its value is at {@link #valueAt} then. Null: the record was rejected. */
    private @Nullable JsonKey key(int at, Node node, JsonKey before) {
        JsonKey expected = before.next;
        if (expected != null && expected.standsAt(data, at, end)) {
            valueAt = skipSpace(at + expected.spelledLength);
            return expected;
        }
        int behind = skipString(at);
        boolean plain = !escaped;
        valueAt = behind == STOP ? STOP : skipColon(behind);
        if (valueAt == STOP) {
            return null;
        }
        JsonKey key = plain ? node.keys.key(data, at + 1, behind - 1) : unescapedKey(node, at + 1, behind - 1);
        before.next = key;
        return key;
    }

    /** An escaped key is an own field too, if that is what it spells. */
    private JsonKey unescapedKey(Node node, int from, int to) {
        byte[] name = JsonText.unescape(data, from, to);
        return node.keys.key(name, 0, name.length);
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
            default -> noted(from, skipScalar(from), node);
        };
    }

    private static boolean isRead(Node node) {
        return node.intoElements || (node.field != null && node.field.kind == Kind.LENGTH);
    }

    private int skipLeaf(int from, Node node) {
        return noted(from, skipValue(from), node);
    }

    private int noted(int from, int behind, Node node) {
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
