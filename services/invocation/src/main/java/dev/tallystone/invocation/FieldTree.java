package dev.tallystone.invocation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The {@link Field} paths as a tree of keys, so that a record is read in one pass: a key that leads to no field is
 * skipped with all that it holds. Belongs to one thread, since it learns in which order keys come.
 */
final class FieldTree {

    private static final Set<String> STREAMABLE = Set.of("output.outputBodyJson",
            "output.outputBodyJson.results",
            "output.outputBodyJson.usage.cacheDetails",
            "output.outputBodyJson.amazon-bedrock-trace.guardrail.outputs",
            "output.outputBodyJson.trace.guardrail.outputAssessments.*");

    /** What one key leads to. A head key has a bit of its own, by which a second one is noticed. */
    static final class Node {
        final KeyTable keys = new KeyTable();
        @Nullable
        Field field;
        /** Whether the elements of an array here are read as if each stood here itself. */
        boolean intoElements;
        long headBit;

        boolean isLeaf() {
            return field != null && field.kind != Field.Kind.ELEMENT;
        }

        private Node childOrNew(String name) {
            return name.equals("*") ? keys.anyOther() : keys.own(name.getBytes(StandardCharsets.UTF_8));
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

    private void add(Field field, String... names) {
        boolean head = field.kind == Field.Kind.HEAD || field.kind == Field.Kind.CONFIGURED;
        Node node = root;
        String path = "";
        for (String name : names) {
            node = node.childOrNew(name);
            path = path.isEmpty() ? name : path + "." + name;
            node.intoElements |= STREAMABLE.contains(path);
            boolean own = head || path.equals("input.inputBodyJson") || path.equals("output.outputBodyJson");
            if (own && node.headBit == 0) {
                node.headBit = 1L << headKeys++;
            }
        }
        node.field = field;
    }
}
