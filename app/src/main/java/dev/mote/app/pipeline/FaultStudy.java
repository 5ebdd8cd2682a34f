package dev.mote.app.pipeline;

import java.util.Optional;

/**
 * What many runs of a stream told.
 *
 * @param sweep one fault after the other
 * @param fleet many devices
 * @param device one of these alone
 */
public record FaultStudy(
        Optional<SweepFigures> sweep, Optional<FleetFigures> fleet, Optional<FleetFigures.DeviceRow> device) {
    public static final FaultStudy NONE = new FaultStudy(Optional.empty(), Optional.empty(), Optional.empty());
}
