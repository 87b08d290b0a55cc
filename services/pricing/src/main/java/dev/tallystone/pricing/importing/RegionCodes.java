package dev.tallystone.pricing.importing;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The codes before usage types. They follow no rule (AWS Cost and Usage Reports guide), so each is listed. */
final class RegionCodes {

    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-\\d{1,2}");
    private static final Map<String, String> REGIONS = Map.ofEntries(Map.entry("USE1", "us-east-1"),
            Map.entry("USE2", "us-east-2"), Map.entry("USW1", "us-west-1"), Map.entry("USW2", "us-west-2"),
            Map.entry("UGW1", "us-gov-west-1"), Map.entry("UGE1", "us-gov-east-1"),
            Map.entry("CAN1", "ca-central-1"), Map.entry("CAN2", "ca-west-1"), Map.entry("MXC1", "mx-central-1"),
            Map.entry("SAE1", "sa-east-1"), Map.entry("EU", "eu-west-1"), Map.entry("EUW1", "eu-west-1"),
            Map.entry("EUW2", "eu-west-2"), Map.entry("EUW3", "eu-west-3"), Map.entry("EUC1", "eu-central-1"),
            Map.entry("EUC2", "eu-central-2"), Map.entry("EUN1", "eu-north-1"), Map.entry("EUS1", "eu-south-1"),
            Map.entry("EUS2", "eu-south-2"), Map.entry("AFS1", "af-south-1"), Map.entry("ILC1", "il-central-1"),
            Map.entry("MEC1", "me-central-1"), Map.entry("MES1", "me-south-1"), Map.entry("APE1", "ap-east-1"),
            Map.entry("APE2", "ap-east-2"), Map.entry("APN1", "ap-northeast-1"), Map.entry("APN2", "ap-northeast-2"),
            Map.entry("APN3", "ap-northeast-3"), Map.entry("APS1", "ap-southeast-1"),
            Map.entry("APS2", "ap-southeast-2"), Map.entry("APS3", "ap-south-1"), Map.entry("APS4", "ap-southeast-3"),
            Map.entry("APS5", "ap-south-2"), Map.entry("APS6", "ap-southeast-4"), Map.entry("APS7", "ap-southeast-5"),
            Map.entry("APS8", "ap-southeast-6"), Map.entry("APS9", "ap-southeast-7"));

    private RegionCodes() {}

    static boolean isKnown(String code) {
        return REGIONS.containsKey(code);
    }

    /** The attribute decides; the code stands in where it is absent, and must not say otherwise. */
    static String region(String regionCode, String code) throws RefusedException {
        Optional<String> byCode = Optional.ofNullable(REGIONS.get(code));
        if (regionCode.isEmpty()) {
            return byCode.orElseThrow(() -> new RefusedException(Refusal.Reason.UNKNOWN_REGION,
                    "neither regionCode nor a known code such as USE1, but '%s'".formatted(code)));
        }
        if (!REGION.matcher(regionCode).matches()) {
            throw new RefusedException(Refusal.Reason.UNKNOWN_REGION,
                    "regionCode must look like us-east-1, not '%s'".formatted(regionCode));
        }
        if (byCode.isPresent() && !byCode.get().equals(regionCode)) {
            throw new RefusedException(Refusal.Reason.CONTRADICTION,
                    "code %s is %s, but regionCode says %s".formatted(code, byCode.get(), regionCode));
        }
        return regionCode;
    }
}
