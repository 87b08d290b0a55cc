package dev.tallystone.loadgen;

/** Plain values, refused in words. */
final class Values {

    private Values() {}

    static Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' is no number: write 120 or 0.5".formatted(text), e);
        }
    }

    static Integer wholeInt(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw notWhole(text, e);
        }
    }

    static Long wholeLong(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw notWhole(text, e);
        }
    }

    private static IllegalArgumentException notWhole(String text, NumberFormatException e) {
        return new IllegalArgumentException("'%s' is no whole number, or too large: write 12".formatted(text), e);
    }

    static Boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'%s' must be true or false".formatted(text));
        };
    }
}
