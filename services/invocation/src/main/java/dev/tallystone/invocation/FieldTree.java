package dev.tallystone.invocation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The {@link Field} paths as a tree of keys, so that a record is read in one pass: a key without a child here is
 * skipped with all that it holds. Built once, then only read.
 */
final class FieldTree {

    private static final int SLOTS = 128;
    private static final VarHandle LONGS = MethodHandles
            .byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final Set<String> STREAMABLE = Set.of("output.outputBodyJson",
            "output.outputBodyJson.results",
            "output.outputBodyJson.usage.cacheDetails",
            "output.outputBodyJson.amazon-bedrock-trace.guardrail.outputs",
            "output.outputBodyJson.trace.guardrail.outputAssessments.*");

    /** One key. A head key has a bit of its own, by which a second one is noticed. */
    static final class Node {
        @Nullable
        Field field;
        /** Whether the elements of an array here are read as if each stood here itself. */
        boolean intoElements;
        long headBit;
        @Nullable
        Node anyKey;
        private final byte[][] keys = new byte[SLOTS][];
        /** The first eight bytes of each key: most keys that are not ours differ there. */
        private final long[] prefixes = new long[SLOTS];
        private final @Nullable Node[] children = new Node[SLOTS];

        boolean isLeaf() {
            return field != null && field.kind != Field.Kind.ELEMENT;
        }

        @Nullable
        Node child(byte[] data, int from, int to) {
            int length = to - from;
            long prefix = prefix(data, from, length);
            for (int slot = slot(prefix, length); keys[slot] != null; slot = (slot + 1) % SLOTS) {
                byte[] key = keys[slot];
                if (prefixes[slot] == prefix && key.length == length && (length <= Long.BYTES
                        || Arrays.equals(key, Long.BYTES, length, data, from + Long.BYTES, to))) {
                    return children[slot];
                }
            }
            return anyKey;
        }

        /** Zeros follow a shorter key, which no key holds. */
        private static long prefix(byte[] data, int from, int length) {
            if (length >= Long.BYTES) {
                return (long) LONGS.get(data, from);
            }
            if (from + Long.BYTES <= data.length) {
                return (long) LONGS.get(data, from) & ((1L << (8 * length)) - 1);
            }
            long prefix = 0;
            for (int i = length - 1; i >= 0; i--) {
                prefix = (prefix << 8) | (data[from + i] & 0xFF);
            }
            return prefix;
        }

        private Node childOrNew(String key) {
            if (key.equals("*")) {
                anyKey = anyKey == null ? new Node() : anyKey;
                return anyKey;
            }
            byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
            Node known = child(bytes, 0, bytes.length);
            return known == null ? put(bytes) : known;
        }

        private Node put(byte[] key) {
            long prefix = prefix(key, 0, key.length);
            int slot = slot(prefix, key.length);
            while (keys[slot] != null) {
                slot = (slot + 1) % SLOTS;
            }
            Node node = new Node();
            keys[slot] = key;
            prefixes[slot] = prefix;
            children[slot] = node;
            return node;
        }

        private static int slot(long prefix, int length) {
            return (int) (((prefix ^ length) * 0x9E3779B97F4A7C15L) >>> 57);
        }
    }

    final Node root = new Node();
    private int headKeys;

    /** Takes at most four keys of {@code requestMetadata}; more would multiply the tallies. */
    FieldTree(List<String> metadataKeys) {
        if (metadataKeys.size() > Field.METADATA.size()) {
            throw new IllegalArgumentException("at most 4 requestMetadata keys can be kept, not " + metadataKeys);
        }
        for (Field field : Field.values()) {
            field.paths.forEach(path -> add(field, path.split("\\.")));
        }
        for (int i = 0; i < metadataKeys.size(); i++) {
            add(Field.METADATA.get(i), "requestMetadata", metadataKeys.get(i));
        }
    }

    private void add(Field field, String... keys) {
        boolean head = field.kind == Field.Kind.HEAD || field.kind == Field.Kind.CONFIGURED;
        Node node = root;
        String path = "";
        for (String key : keys) {
            node = node.childOrNew(key);
            path = path.isEmpty() ? key : path + "." + key;
            node.intoElements |= STREAMABLE.contains(path);
            boolean own = head || path.equals("input.inputBodyJson") || path.equals("output.outputBodyJson");
            if (own && node.headBit == 0) {
                node.headBit = 1L << headKeys++;
            }
        }
        node.field = field;
    }
}
