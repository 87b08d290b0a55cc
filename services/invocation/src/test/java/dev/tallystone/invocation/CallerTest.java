package dev.tallystone.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallerTest {

    @Test
    void answersEmptyForMetadataItDoesNotHave() {
        var caller = new Caller("root", List.of("search"));

        assertThat(caller.metadata(0)).isEqualTo("search");
        assertThat(caller.metadata(1)).isEmpty();
        assertThat(Caller.OTHER.metadata(0)).isEmpty();
    }

    @Test
    void doesNotChangeWithTheListItWasMadeOf() {
        List<String> metadata = new ArrayList<>(List.of("search"));
        var caller = new Caller("root", metadata);

        metadata.set(0, "other");

        assertThat(caller).isEqualTo(new Caller("root", List.of("search")));
    }
}
