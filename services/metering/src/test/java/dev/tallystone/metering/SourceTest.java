package dev.tallystone.metering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTest {

    @Test
    void hasTheNamesThatRecordHeadersUse() {
        assertThat(Source.ALL).extracting(Source::label)
                .containsExactly("kafka", "s3", "cloudwatch", "http", "otlp", "batch_output", "other");
    }

    @Test
    void isFoundByItsLabel() {
        assertThat(Source.ALL).allSatisfy(source -> assertThat(Source.ofLabel(source.label())).isEqualTo(source));
    }

    @Test
    void isOtherWhenTheLabelIsUnknown() {
        assertThat(Source.ofLabel("pigeon")).isEqualTo(Source.OTHER);
        assertThat(Source.ofLabel("")).isEqualTo(Source.OTHER);
    }
}
