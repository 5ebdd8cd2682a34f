package dev.mote.device.fault;

import dev.mote.device.stream.SampleStream;
import dev.mote.model.BadInputException;
import java.util.Locale;

/** A sensor that is set to another rate than the stream says: sample n is measured at n / level. Its stamps are right. */
record WrongRate(Setting setting) implements OrderFault {
    private static final double MAX_FACTOR = 4;

    WrongRate {
        setting.require(FaultKind.RATE);
    }

    @Override
    public SampleStream apply(SampleStream stream, Site site, Chance chance) {
        double factor = setting.value() / site.format().rateHertz();
        if (factor > MAX_FACTOR || factor < 1 / MAX_FACTOR) {
            throw new BadInputException(String.format(
                    Locale.ROOT,
                    "--fault %s: %s has %s samples a second, expected %s to %s Hz",
                    setting.text(),
                    site.format().name(),
                    site.format().rateHertz(),
                    site.format().rateHertz() / MAX_FACTOR,
                    site.format().rateHertz() * MAX_FACTOR));
        }
        return factor == 1 ? stream : new ResampledStream(stream, 1e6 / setting.value(), 1);
    }
}
