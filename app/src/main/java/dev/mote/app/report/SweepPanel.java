package dev.mote.app.report;

import java.util.List;

/**
 * Accuracy against the level of one kind of fault. Shares from 0 to 1; NaN where there is no window.
 *
 * @param kind of fault
 * @param levels without the first one, which is no fault; mild ones first
 * @param survived how many levels, from the first one on, the int8 model survives
 * @param int8 accuracy without the fault, then at each level
 * @param low of the int8 accuracy's interval, 95 %
 * @param floating accuracy of the float model; empty without one
 */
public record SweepPanel(
        String kind,
        List<String> levels,
        int survived,
        List<Double> int8,
        List<Double> low,
        List<Double> high,
        List<Double> floating) {
    public SweepPanel {
        levels = List.copyOf(levels);
        int8 = List.copyOf(int8);
        low = List.copyOf(low);
        high = List.copyOf(high);
        floating = List.copyOf(floating);
    }

    /** Whether there is a level that the model does not survive. */
    public boolean isLost() {
        return survived < levels.size();
    }

    /** As {@code dropout: lost from 20% on}. */
    public String title() {
        return kind + (isLost() ? ": lost from " + levels.get(survived) + " on" : ": survived");
    }
}
