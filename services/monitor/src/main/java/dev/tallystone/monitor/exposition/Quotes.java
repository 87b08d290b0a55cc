package dev.tallystone.monitor.exposition;

import dev.tallystone.board.Board.ModelLine;
import dev.tallystone.pricing.PricingOption;
import dev.tallystone.pricing.Usd;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a model's work in a Region would cost by each option, however it is bought now. Only where every line that works
 * has a quote: a sum over some of them would be compared with the cost of all.
 */
record Quotes(String model, String region, PricingOption option, Usd usdPerHour) {

    private record Place(String model, String region) {}

    static List<Quotes> of(List<ModelLine> models) {
        Map<Place, List<ModelLine>> byPlace = models.stream()
                .collect(Collectors.groupingBy(line -> new Place(line.model(), line.region())));
        return byPlace.entrySet().stream().flatMap(place -> of(place.getKey(), place.getValue())).toList();
    }

    private static Stream<Quotes> of(Place place, List<ModelLine> lines) {
        var sums = new TreeMap<PricingOption, Usd>();
        lines.forEach(line -> line.quotes().forEach((option, usd) -> sums.merge(option, usd, Usd::plus)));
        sums.keySet()
                .removeIf(option -> lines.stream()
                        .anyMatch(line -> line.isWorking() && !line.quotes().containsKey(option)));
        return sums.entrySet()
                .stream()
                .map(sum -> new Quotes(place.model(), place.region(), sum.getKey(), sum.getValue()));
    }
}
