package dev.mote.device.sweep;

import dev.mote.device.fault.FaultKind;
import java.util.List;

/** One kind of fault at several levels. */
public record SweepCurve(FaultKind kind, List<SweepPoint> points) {
    public SweepCurve {
        points = List.copyOf(points);
    }
}
