package dev.tallystone.tallystone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TextTableTest {

    private final TextTable table = new TextTable("rows");

    @Test
    void alignsItsColumnsAndLeavesNoBlanksAtTheEnd() {
        table.add("A", "long cell", "x");
        table.add("ABC", "b", "");

        assertThat(printed(2)).isEqualTo("\nrows (2)\n  A    long cell  x\n  ABC  b\n");
    }

    @Test
    void saysHowManyItDoesNotPrint() {
        table.add("A");
        table.add("a wide one that is not printed");

        assertThat(printed(1)).isEqualTo("\nrows (2)\n  A\n  and 1 more: --all prints them\n");
    }

    @Test
    void printsNothingOfNothing() {
        assertThat(printed(1)).isEmpty();
    }

    private String printed(int atMost) {
        var text = new StringWriter();
        table.print(new PrintWriter(text), atMost);
        return text.toString();
    }
}
