package dev.tallystone.tallystone.config;

import static dev.tallystone.tallystone.config.Values.duration;
import static dev.tallystone.tallystone.config.Values.oneOf;
import static dev.tallystone.tallystone.config.Values.present;

import dev.tallystone.ledger.Ledger;
import dev.tallystone.meter.MeterSettings;
import dev.tallystone.monitor.MonitorSettings;
import dev.tallystone.monitor.close.CloseSettings;
import dev.tallystone.monitor.prices.PriceSettings;
import dev.tallystone.pricing.focus.Payer;
import dev.tallystone.tallystone.Role;
import dev.tallystone.tallystone.TallystoneSettings;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns text into the settings of each room, which judge themselves. Every message names its key. */
final class SettingsOf {

    private SettingsOf() {}

    static TallystoneSettings text(ConfigText text) {
        var kafka = KafkaKeys.judged(present("kafka", text.kafka()));
        Ledger ledger = ledger(present("ledger", text.ledger()));
        ConfigText.MeterText meter = present("meter", text.meter());
        ConfigText.DedupeText dedupe = present("dedupe", text.dedupe());
        List<String> metadataKeys = present("meter.metadata_keys", meter.metadataKeys());
        var meterSettings = new MeterSettings(kafka, ledger, present("meter.slot", meter.slot()),
                oneOf("meter.start_at", meter.startAt(), MeterSettings.StartAt.class),
                duration("meter.commit_interval", meter.commitInterval()), duration("dedupe.horizon", dedupe.horizon()),
                present("dedupe.max_ids", dedupe.maxIds()), metadataKeys);
        Payer payer = payer(present("billing", text.billing()));
        ConfigText.MonitorText monitor = present("monitor", text.monitor());
        var monitorSettings = new MonitorSettings(kafka, ledger, BoardSettingsOf.text(text, monitor, metadataKeys),
                prices(present("prices", text.prices())),
                new CloseSettings(path(present("close", text.close()).folder()), payer),
                DenominatorsOf.text(present("denominators", text.denominators())),
                duration("monitor.tick", monitor.tick()));
        ConfigText.HttpText http = present("http", text.http());
        return new TallystoneSettings(roles(present("roles", text.roles())), meterSettings, monitorSettings,
                present("http.host", http.host()), present("http.port", http.port()));
    }

    /** The log does not know the payer, so an export says that nobody has named it. */
    private static Payer payer(ConfigText.BillingText text) {
        String account = text.account() == null || text.account().isBlank() ? "not-configured" : text.account();
        Payer usual = Payer.of(account);
        return new Payer(account, text.name() == null ? "" : text.name(), usual.type(), usual.issuer(),
                usual.marketplaceIssuer(), Map.of());
    }

    private static PriceSettings prices(ConfigText.PricesText text) {
        return new PriceSettings(path(text.file()), path(text.inForce()), duration("prices.reload", text.reload()));
    }

    private static Optional<Path> path(@Nullable String text) {
        return Optional.ofNullable(text).filter(name -> !name.isBlank()).map(Path::of);
    }

    private static EnumSet<Role> roles(List<String> names) {
        var roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> roles.add(oneOf("roles", name, Role.class)));
        return roles;
    }

    private static Ledger ledger(ConfigText.LedgerText text) {
        return new Ledger(present("ledger.name", text.name()), present("ledger.invocations", text.invocations()),
                present("ledger.partitions", text.partitions()), present("ledger.replication", text.replication()));
    }
}
