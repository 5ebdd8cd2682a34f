package dev.mote.app.pipeline;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.mote.device.budget.Budget;
import dev.mote.device.catalogue.Device;
import dev.mote.device.catalogue.Fit;
import dev.mote.model.CheckFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a model fits a device in flash, RAM and time, and what it costs there; the components are the JSON keys.
 *
 * @param fits flash, RAM and, where a deadline is known, time
 * @param flashNeededBytes with what is reserved for start-up
 * @param flashMarginBytes negative if it does not fit: less than what is left of all flash where constants reach a part of it only
 * @param dominant what takes most of the scarcer memory
 */
public record DeviceFit(
        String device,
        String title,
        String core,
        boolean fits,
        boolean fitsMemory,
        long flashNeededBytes,
        long flashAvailableBytes,
        long flashMarginBytes,
        long ramNeededBytes,
        long ramAvailableBytes,
        long ramMarginBytes,
        String dominant,
        @JsonUnwrapped DeviceBudget budget) {

    public static DeviceFit of(Fit fit, Budget budget) {
        Device device = fit.device();
        return new DeviceFit(
                device.name(),
                device.title(),
                device.core().title(),
                fit.fits() && budget.keepsUp(),
                fit.fits(),
                fit.neededFlashBytes(),
                device.flashBytes(),
                Math.min(fit.flashMarginBytes(), fit.constantMarginBytes()),
                fit.neededRamBytes(),
                device.ramBytes(),
                fit.ramMarginBytes(),
                fit.dominant(),
                DeviceBudget.of(budget));
    }

    /** What stands against the device; empty if it fits. */
    public String obstacle() {
        List<String> obstacles = new ArrayList<>();
        if (flashMarginBytes < 0) {
            obstacles.add(String.format(Locale.ROOT, "%,d bytes of flash too few", -flashMarginBytes));
        }
        if (ramMarginBytes < 0) {
            obstacles.add(String.format(Locale.ROOT, "%,d bytes of RAM too few", -ramMarginBytes));
        }
        if (fitsMemory && !fits) {
            obstacles.add("too slow: a window takes up to "
                    + Milliseconds.exact(budget.latencyHighMs().getAsDouble()) + ", the next one comes after "
                    + Milliseconds.exact(budget.everySeconds().getAsDouble() * 1e3));
        }
        return String.join("; ", obstacles);
    }

    /** @throws CheckFailedException in one line, if it does not fit */
    public void require(String model) {
        if (!fitsMemory) {
            throw new CheckFailedException(String.format(
                    Locale.ROOT,
                    "%s: does not fit %s: %,d of %,d bytes of flash and %,d of %,d bytes of RAM are needed;"
                            + " try a smaller network, or a larger device: mote inspect --device all",
                    model,
                    device,
                    flashNeededBytes,
                    flashAvailableBytes,
                    ramNeededBytes,
                    ramAvailableBytes));
        }
        requireInTime(model);
    }

    /** @throws CheckFailedException in one line, if the memory suffices, but a window may not be done before the next one */
    public void requireInTime(String model) {
        if (fitsMemory && !fits) {
            throw new CheckFailedException(String.format(
                    Locale.ROOT,
                    "%s: too slow for %s: a window takes about %s, up to %s, but the next one comes after %s;"
                            + " try a smaller network, a larger stride, or a faster device: mote inspect --device all",
                    model,
                    device,
                    Milliseconds.text(budget.latencyMs().getAsDouble()),
                    Milliseconds.exact(budget.latencyHighMs().getAsDouble()),
                    Milliseconds.exact(budget.everySeconds().getAsDouble() * 1e3)));
        }
    }
}
