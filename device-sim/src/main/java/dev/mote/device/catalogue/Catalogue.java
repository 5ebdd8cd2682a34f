package dev.mote.device.catalogue;

import dev.mote.model.BadInputException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** All devices that Mote knows by name. */
public final class Catalogue {
    /** Names that are shown for one that is not known. */
    private static final int SUGGESTIONS = 3;

    private static final List<Device> DEVICES = DeviceReader.read().stream()
            .sorted(Comparator.comparing(Device::name))
            .toList();

    private Catalogue() {}

    /** By name. */
    public static List<Device> all() {
        return DEVICES;
    }

    /** @throws BadInputException with the closest names, if no device is called {@code name} */
    public static Device of(String name) {
        return DEVICES.stream()
                .filter(device -> device.isCalled(name))
                .findFirst()
                .orElseThrow(() -> new BadInputException("--device \"" + printable(name)
                        + "\": is not known, closest are " + closest(name) + "; mote devices lists all"));
    }

    private static String closest(String name) {
        return DEVICES.stream()
                .sorted(Comparator.comparing(device -> Similarity.distance(name, device.name())))
                .limit(SUGGESTIONS)
                .map(Device::name)
                .collect(Collectors.joining(", "));
    }

    private static String printable(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
