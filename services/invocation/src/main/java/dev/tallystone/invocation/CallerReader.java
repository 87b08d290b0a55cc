package dev.tallystone.invocation;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the caller of a record: cuts the ARN to what is bounded, and keeps one {@link Caller} for equal ones. */
final class CallerReader {

    private static final int MAX_METADATA_BYTES = 64;
    private static final int MAX_PRINCIPAL_BYTES = 320;
    private static final String OTHER = "~other";
    private static final int PLACES = 1 << 12;
    private static final int MAX_DEADLINES = 256;

    private final Vocabulary vocabulary;
    private final int deadlineIndex;
    private final int metadataKeys;
    private final @Nullable Caller[] places = new Caller[PLACES];
    private final Map<String, String> deadlines = new HashMap<>();
    private final String[] metadata;
    private @Nullable RejectionReason rejection;

    CallerReader(Vocabulary vocabulary, List<String> metadataKeys) {
        this.vocabulary = vocabulary;
        this.metadataKeys = metadataKeys.size();
        this.deadlineIndex = metadataKeys.indexOf("deadline");
        this.metadata = new String[metadataKeys.size()];
    }

    @Nullable
    RejectionReason rejection() {
        return rejection;
    }

    /** Meaningless when {@link #rejection()} is set. */
    Caller read(FieldValues values) {
        rejection = null;
        String principal = principal(values);
        int hash = principal.hashCode();
        for (int i = 0; i < metadataKeys; i++) {
            metadata[i] = metadata(values, Field.METADATA.get(i), i == deadlineIndex);
            hash = 31 * hash + metadata[i].hashCode();
        }
        int place = (hash ^ (hash >>> 12)) & (PLACES - 1);
        Caller known = places[place];
        if (known == null || !isSame(known, principal)) {
            known = new Caller(principal, List.of(metadata));
            places[place] = known;
        }
        return known;
    }

    private boolean isSame(Caller caller, String principal) {
        boolean same = caller.principal().equals(principal);
        for (int i = 0; same && i < metadataKeys; i++) {
            same = caller.metadata(i).equals(metadata[i]);
        }
        return same;
    }

    private String principal(FieldValues values) {
        Field field = Field.IDENTITY_ARN;
        if (!values.isText(field)) {
            return "";
        }
        byte[] data = values.data();
        int from = values.textStart(field);
        int end = values.textEnd(field);
        return Words.indexOf(data, '\\', from, end) == end
                ? principal(data, from, end)
                : escapedPrincipal(data, from, end);
    }

    /** Some serialisers escape slashes: the ARN can be cut only once it is plain. No name at AWS holds a backslash. */
    private String escapedPrincipal(byte[] data, int from, int end) {
        String arn = text(data, from, end);
        byte[] plain = arn.getBytes(StandardCharsets.UTF_8);
        return arn.indexOf('\\') < 0 ? principal(plain, 0, plain.length) : OTHER;
    }

    private String principal(byte[] data, int from, int end) {
        int resource = resource(data, from, end);
        int kindEnd = Words.indexOf(data, '/', resource, end);
        int nameEnd = kindEnd < end ? Words.indexOf(data, '/', kindEnd + 1, end) : end;
        boolean hasSession = kindEnd - resource == "assumed-role".length();
        return hasSession ? text(data, resource, nameEnd) : withoutPath(text(data, resource, end));
    }

    /** Behind the fifth colon: {@code arn:partition:service:region:account:resource}. */
    private static int resource(byte[] data, int from, int end) {
        int at = from;
        for (int colons = 0; colons < 5 && at < end; colons++) {
            at = Math.min(end, Words.indexOf(data, ':', at, end) + 1);
        }
        return at == end ? from : at;
    }

    /** User names are unique in their account; their paths only make them long. */
    private static String withoutPath(String resource) {
        int name = resource.lastIndexOf('/');
        int kind = resource.indexOf('/');
        return kind < 0 || kind == name ? resource : resource.substring(0, kind) + resource.substring(name);
    }

    private String metadata(FieldValues values, Field field, boolean deadline) {
        if (!values.isText(field)) {
            return "";
        }
        int from = values.textStart(field);
        int to = values.textEnd(field);
        String value = to - from > MAX_METADATA_BYTES ? OTHER : text(values.data(), from, to);
        return deadline ? canonicalDeadline(value) : value;
    }

    private String canonicalDeadline(String text) {
        String known = deadlines.get(text);
        if (known == null) {
            known = Deadline.parse(text).map(Object::toString).orElse("");
            if (deadlines.size() >= MAX_DEADLINES) {
                deadlines.clear();
            }
            deadlines.put(text, known);
        }
        return known;
    }

    private String text(byte[] data, int from, int to) {
        if (to - from > MAX_PRINCIPAL_BYTES) {
            return OTHER;
        }
        JsonText text = vocabulary.text(data, from, to);
        rejection = text.rejection() == null ? rejection : text.rejection();
        return text.value();
    }
}
