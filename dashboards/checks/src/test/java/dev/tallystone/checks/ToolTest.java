package dev.tallystone.checks;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ToolTest {

    @Test
    void aMissingProgramFailsWithWhatToInstall() {
        assertThatThrownBy(() -> Tool.path("no-such-program")).isInstanceOf(AssertionError.class)
                .hasMessage("no no-such-program on the PATH: install prometheus and prometheus-alertmanager");
    }
}
