package dev.tallystone.invocation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts images, and names the variant that prices them. The log has no image count of its own: the answer's images are
 * counted, else our optional {@code output.outputImageCount}, else the requested number, with a caveat.
 */
final class ImageReader {

    private static final long[] SIDES = {512, 768, 1024, 1280, 1536, 2048, 4096};
    private static final int MAX_TEXT_BYTES = 32;
    private static final int MAX_VARIANTS = 1_024;
    private static final int FEW_STEPS = 50;
    private static final String UNKNOWN = "?";

    private final Vocabulary vocabulary;
    /** One string for equal variants. */
    private final Map<String, String> variants = new HashMap<>();

    ImageReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Why our own image count is none, or null. */
    @Nullable
    RejectionReason read(FieldValues values, InvocationCursor cursor) {
        long stated = values.count(Field.HEAD_IMAGES);
        if (Count.isRejected(stated)) {
            return Count.rejection(stated);
        }
        long returned = values.count(Field.RETURNED_IMAGES);
        long images = returned > 0 ? returned : Math.max(returned, stated);
        boolean silent = images < 0 && cursor.outcome == Outcome.OK && asksForImages(values);
        if (silent) {
            images = Math.max(1, values.count(Field.REQUESTED_IMAGES));
            cursor.note(Caveat.IMAGES_FROM_REQUEST);
        }
        cursor.add(Measure.IMAGES, Math.max(0, images));
        cursor.add(Measure.INPUT_IMAGES, values.isText(Field.INPUT_IMAGE) ? 1 : 0);
        cursor.variant = images > 0 || asksForImages(values) ? variant(values) : "";
        return null;
    }

    private static boolean asksForImages(FieldValues values) {
        return values.has(Field.REQUESTED_IMAGES) || values.has(Field.QUALITY)
                || (values.has(Field.WIDTH) && values.has(Field.HEIGHT));
    }

    private String variant(FieldValues values) {
        String variant = side(values) + "/" + text(values, Field.QUALITY) + "/" + steps(values) + "/"
                + text(values, Field.TASK);
        if (variants.size() >= MAX_VARIANTS) {
            variants.clear();
        }
        return variants.computeIfAbsent(variant, same -> same);
    }

    private static String side(FieldValues values) {
        long longer = Math.max(values.count(Field.WIDTH), values.count(Field.HEIGHT));
        for (long side : SIDES) {
            if (longer > 0 && longer <= side) {
                return Long.toString(side);
            }
        }
        return UNKNOWN;
    }

    private static String steps(FieldValues values) {
        long steps = values.count(Field.STEPS);
        return steps <= 0 ? UNKNOWN : steps <= FEW_STEPS ? "<=50" : ">50";
    }

    private String text(FieldValues values, Field field) {
        if (!values.isText(field) || values.textEnd(field) - values.textStart(field) > MAX_TEXT_BYTES) {
            return UNKNOWN;
        }
        String text = vocabulary.text(values.data(), values.textStart(field), values.textEnd(field)).value();
        return text.isEmpty() || text.contains("/") ? UNKNOWN : text;
    }
}
