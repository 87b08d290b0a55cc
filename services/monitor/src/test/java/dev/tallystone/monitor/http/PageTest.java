package dev.tallystone.monitor.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallystone.monitor.View;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be said of the page without a browser: followed from its first file, as a browser would. */
class PageTest {

    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"#]+)\"|from '([^']+)'");
    private static final Pattern ID_ASKED_FOR = Pattern.compile("byId\\('([^']+)'\\)");
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");
    private static final Pattern HEADER = Pattern.compile("<th\\b[^>]*>");
    private static final Pattern HEADING = Pattern.compile(
            "<h2[^>]*>([^<]+) <span class=\"(?:(?:price-basis|price-basis-month) )?quiet\">(?:</span>|. at stated prices)");
    private static final Pattern ADDRESS = Pattern.compile("(?:https?:)?//[\\w.-]+\\.\\w+");

    @Test
    void allThatItAsksForIsServedByItself() throws Exception {
        assertThat(files()).containsKeys("/", "/app.js", "/spenders.js", "/vendor/uPlot.esm.js", "/style.css")
                .allSatisfy((path, text) -> assertThat(text).as(path).isNotBlank());
    }

    @Test
    void asksNobodyElseForAnything() throws Exception {
        var own = new TreeMap<>(files());
        own.keySet().removeIf(path -> path.startsWith("/vendor/"));

        assertThat(own).allSatisfy((path, text) -> assertThat(text.replace("http://www.w3.org/2000/svg", "")).as(path)
                .doesNotContainPattern(ADDRESS)
                .doesNotContainPattern("style=\"|<style|\\son\\w+=\"")); // which its own policy forbids
    }

    @Test
    void everyElementThatIsFilledIsThereOnce() throws Exception {
        Map<String, String> files = files();
        var there = matches(ID, text(files, "/")).toList();
        Set<String> asked = new TreeSet<>();
        files.values().forEach(text -> matches(ID_ASKED_FOR, text).forEach(asked::add));

        assertThat(there).doesNotHaveDuplicates();
        assertThat(asked).contains("advice-none", "spenders", "trust-balance");
        assertThat(there).containsAll(asked);
    }

    @Test
    void everyHeaderOfATableSaysWhatItIsTheHeaderOf() throws Exception {
        var headers = HEADER.matcher(text(files(), "/")).results().map(match -> match.group()).toList();

        assertThat(headers).isNotEmpty().allSatisfy(header -> assertThat(header).contains("scope=\"col\""));
    }

    /** Every panel that shows money, by its heading. */
    @Test
    void saysBesideAllMoneyByWhosePricesItGoes() throws Exception {
        var money = List.of("Burn rate now", "Could save", "Cost", "Where it goes", "Burn rate, US dollars an hour",
                "What to change", "Three ways to buy the same work, and the newer ones", "Models", "Teams",
                "Owned, reserved and kept");

        assertThat(matches(HEADING, text(files(), "/")).toList()).containsAll(money);
    }

    /** By path, all that can be reached from the first one. */
    private static Map<String, String> files() throws Exception {
        Map<String, String> files = new TreeMap<>();
        Deque<String> left = new ArrayDeque<>(Set.of("/"));
        try (var site = new Site(View.STARTING)) {
            while (!left.isEmpty()) {
                String path = left.pop();
                if (!files.containsKey(path) && !path.startsWith("/api/") && !path.equals("/metrics")) {
                    var answer = site.get(path);
                    assertThat(answer.statusCode()).as(path).isEqualTo(200);
                    files.put(path, answer.body());
                    matches(REFERENCE, answer.body()).map(PageTest::absolute).forEach(left::add);
                }
            }
        }
        return files;
    }

    private static String absolute(String reference) {
        return reference.startsWith("/") ? reference : "/" + reference.replaceFirst("^\\./", "");
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1));
    }

    private static String text(Map<String, String> files, String path) {
        return files.getOrDefault(path, "");
    }
}
