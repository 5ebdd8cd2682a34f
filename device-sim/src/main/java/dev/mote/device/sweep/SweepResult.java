package dev.mote.device.sweep;

import dev.mote.device.fault.FaultKind;
import java.util.List;
import java.util.Optional;

/**
 * What a sweep found.
 *
 * @param baseline without a fault of the sweep
 * @param curves one a kind, in the order of {@link FaultKind}
 * @param maxLoss share of the windows that a fault may cost
 */
public record SweepResult(SweepPoint baseline, List<SweepCurve> curves, double maxLoss) {
    /** Fewer windows than this share of those without the fault are no stream any more. */
    private static final double LEAST_WINDOWS = 0.5;

    public SweepResult {
        curves = List.copyOf(curves);
    }

    /** Points of accuracy, from 0 to 1, that the int8 model loses by a fault; NaN if it has no windows left. */
    public double loss(SweepPoint point) {
        return baseline.int8().accuracy() - point.int8().accuracy();
    }

    /** Share of windows that always telling the most frequent class gets right. */
    public double chance() {
        var confusion = baseline.result().int8().windows().confusion();
        long most = 0;
        long all = 0;
        for (List<Long> row : confusion) {
            long sum = row.stream().mapToLong(Long::longValue).sum();
            most = Math.max(most, sum);
            all += sum;
        }
        return all == 0 ? Double.NaN : (double) most / all;
    }

    /**
     * The int8 model survives a fault if it costs no more than {@link #maxLoss}, if it is still better than chance, and if at least half
     * of the windows are left.
     */
    public boolean survives(SweepPoint point) {
        double accuracy = point.int8().accuracy();
        return loss(point) <= maxLoss && accuracy > chance() && point.windows() >= LEAST_WINDOWS * baseline.windows();
    }

    /** The mildest level of a curve that the model does not survive; empty if it survives all. */
    public Optional<SweepPoint> firstLost(SweepCurve curve) {
        return curve.points().stream().filter(point -> !survives(point)).findFirst();
    }
}
