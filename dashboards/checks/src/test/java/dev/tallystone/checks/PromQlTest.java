package dev.tallystone.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The negative controls of the house rules. */
class PromQlTest {

    @Test
    void findsMetricsButNotThoseInLabelValues() {
        assertThat(PromQl.metrics("max(tallystone_stale{job=\"bedrock_x\"}) and bedrock_burn_rate_usd_per_hour"))
                .containsExactly("bedrock_burn_rate_usd_per_hour", "tallystone_stale");
    }

    @Test
    void refusesARateOfMoney() {
        assertThat(PromQl.ratesMoney("increase(bedrock_cost_to_date_usd[1h])")).isTrue();
        assertThat(PromQl.ratesMoney("sum(rate( bedrock_quote_usd_per_hour{a=\"b\"}[5m]))")).isTrue();
        assertThat(PromQl.ratesMoney("rate(bedrock_tokens_total[5m]) * bedrock_cost_to_date_usd")).isFalse();
    }

    @Test
    void refusesASumOverReplicas() {
        assertThat(PromQl.sumsReplicas("sum(bedrock_cost_month_usd)")).isTrue();
        assertThat(PromQl.sumsReplicas("sum by (model) (rate(bedrock_tokens_total[5m]))")).isTrue();
        assertThat(PromQl.sumsReplicas("sum by (model) (max without (instance) (bedrock_cost_month_usd))")).isFalse();
    }

    @Test
    void refusesToAddUpOptions() {
        assertThat(PromQl.mixesOptions("sum(max without (instance) (bedrock_quote_usd_per_hour))")).isTrue();
        assertThat(PromQl.mixesOptions("max by (model, region, option) (bedrock_quote_usd_per_hour{})")).isFalse();
    }
}
