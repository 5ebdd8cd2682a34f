package dev.mote.app.pipeline;

import dev.mote.codegen.Core;
import dev.mote.codegen.Figures;
import dev.mote.device.catalogue.Device;
import dev.mote.device.catalogue.Fit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Whether a model fits a device; the components are the JSON keys.
 *
 * @param flashNeededBytes with what is reserved for start-up
 * @param flashMarginBytes negative if it does not fit: less than what is left of all flash where constants reach a part of it only
 * @param dominant what takes most of the scarcer memory
 */
public record DeviceFit(
        String device,
        String title,
        String core,
        boolean fits,
        long flashNeededBytes,
        long flashAvailableBytes,
        long flashMarginBytes,
        long ramNeededBytes,
        long ramAvailableBytes,
        long ramMarginBytes,
        String dominant,
        OptionalLong instructions,
        String unit) {

    /** From the device with the least RAM to that with the most. */
    static List<DeviceFit> of(List<Device> devices, Map<Core, Figures> figures) {
        return devices.stream()
                .sorted(Comparator.comparing(Device::ramBytes)
                        .thenComparing(Device::flashBytes)
                        .thenComparing(Device::name))
                .map(device -> of(new Fit(device, figures.get(device.core()))))
                .toList();
    }

    private static DeviceFit of(Fit fit) {
        Device device = fit.device();
        return new DeviceFit(
                device.name(),
                device.title(),
                device.core().title(),
                fit.fits(),
                fit.neededFlashBytes(),
                device.flashBytes(),
                Math.min(fit.flashMarginBytes(), fit.constantMarginBytes()),
                fit.neededRamBytes(),
                device.ramBytes(),
                fit.ramMarginBytes(),
                fit.dominant(),
                fit.figures().instructions(),
                device.core().unit());
    }
}
