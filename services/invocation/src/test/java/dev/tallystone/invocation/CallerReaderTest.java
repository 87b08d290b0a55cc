package dev.tallystone.invocation;

import static dev.tallystone.invocation.LogRecord.ofCall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerReaderTest {

    @ParameterizedTest
    @CsvSource({"arn:aws:sts::123456789012:assumed-role/app-role/session-1, assumed-role/app-role",
            "arn:aws-us-gov:sts::123456789012:assumed-role/app-role/session-1, assumed-role/app-role",
            "arn:aws:sts::123456789012:assumed-role/app-role, assumed-role/app-role",
            "arn:aws:iam::123456789012:user/indexer, user/indexer",
            "arn:aws:iam::123456789012:user/division/team/indexer, user/indexer",
            "arn:aws:iam::123456789012:root, root",
            "arn:aws:sts::123456789012:federated-user/bob, federated-user/bob", "somebody, somebody"})
    void keepsThePrincipalWithoutSessionAndPath(String arn, String principal) {
        assertThat(principalOf("'" + arn + "'")).isEqualTo(principal);
    }

    @ParameterizedTest
    @CsvSource({"arn:aws:sts::123456789012:assumed-role\\/app-role\\/session-1, assumed-role/app-role",
            "arn:aws:sts::123456789012:assumed-role\\u002fapp-role\\u002fsession-1, assumed-role/app-role",
            "arn:aws:iam::123456789012:user\\/division\\/indexer, user/indexer"})
    void cutsAnArnAlikeWhenItsSlashesAreEscaped(String arn, String principal) {
        assertThat(principalOf("'" + arn + "'")).isEqualTo(principal);
    }

    @Test
    void isEmptyWithoutAnArn() {
        assertThat(ofCall().without("identity").decoded().caller().principal()).isEmpty();
        assertThat(ofCall().with("identity", "{}").decoded().caller().principal()).isEmpty();
        assertThat(principalOf("null")).isEmpty();
        assertThat(principalOf("5")).isEmpty();
    }

    @Test
    void boundsThePrincipal() {
        assertThat(principalOf("'arn:aws:iam::123456789012:user/" + "x".repeat(320) + "'")).isEqualTo("~other");
    }

    @Test
    void keepsTheConfiguredMetadataInConfiguredOrder() {
        var caller = ofCall().with("requestMetadata", "{'deadline': '24h', 'costCentre': 'CC-1', 'team': 'search'}")
                .decoded()
                .caller();

        assertThat(caller.metadata()).containsExactly("search", "PT24H");
    }

    @Test
    void hasEmptyTextsForAbsentMetadata() {
        assertThat(ofCall().decoded().caller().metadata()).containsExactly("", "");
        assertThat(ofCall().team("null").decoded().caller().metadata()).containsExactly("", "");
    }

    @Test
    void boundsMetadataTo64Bytes() {
        assertThat(ofCall().team("'" + "x".repeat(64) + "'").decoded().caller().metadata(0)).isEqualTo("x".repeat(64));
        assertThat(ofCall().team("'" + "x".repeat(65) + "'").decoded().caller().metadata(0)).isEqualTo("~other");
    }

    @ParameterizedTest
    @CsvSource({"24h, PT24H", "90m, PT1H30M", "PT24H, PT24H", "P1D, PT24H", "1440m, PT24H", "soon, ''", "-1h, ''",
            "0m, ''"})
    void normalisesTheDeadline(String deadline, String normalised) {
        var caller = ofCall().with("requestMetadata", "{'deadline': '" + deadline + "'}").decoded().caller();

        assertThat(caller.metadata(1)).isEqualTo(normalised);
    }

    @Test
    void keepsOneObjectForEqualCallers() {
        InvocationDecoder decoder = LogRecord.decoder();
        byte[] ofOneSession = ofCall().team("'search'").bytes();
        byte[] ofAnother = ofCall().team("'search'")
                .with("identity", "{'arn': 'arn:aws:sts::123456789012:assumed-role/app-role/session-2'}")
                .bytes();

        decoder.decode(ofOneSession, 0, ofOneSession.length);
        Caller first = decoder.cursor().caller();
        decoder.decode(ofAnother, 0, ofAnother.length);

        assertThat(decoder.cursor().caller()).isSameAs(first);
    }

    @Test
    void tellsCallersApartByPrincipalAndByMetadata() {
        assertThat(ofCall().team("'a'").decoded().caller()).isNotEqualTo(ofCall().team("'b'").decoded().caller());
        assertThat(ofCall().decoded().caller())
                .isNotEqualTo(ofCall().with("identity", "{'arn': 'root'}").decoded().caller());
    }

    @Test
    void keepsAtMostFourKeys() {
        assertThat(new InvocationDecoder(List.of("a", "b", "c", "d")).cursor()).isNotNull();
        assertThatThrownBy(() -> new InvocationDecoder(List.of("a", "b", "c", "d", "e")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 4");
    }

    private static String principalOf(String arn) {
        return ofCall().with("identity", "{'arn': " + arn + "}").decoded().caller().principal();
    }
}
