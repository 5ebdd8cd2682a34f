package dev.mote.app.pipeline;

import dev.mote.device.budget.Budget;
import dev.mote.device.budget.Cell;
import dev.mote.device.budget.Estimate;
import dev.mote.device.budget.Work;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/**
 * What a model costs on a device in time, energy and battery; the components are JSON keys. What is not known is null.
 *
 * @param latencyMs of a window; low and high are the ends of its error bar
 * @param instructions of a window, cycles on AVR
 * @param instructionsOrigin {@code measured}, {@code estimated} or {@code assumed}
 * @param everySeconds from one window to the next
 * @param realtimeMargin how many times faster than demanded, at the high end of the error bar
 * @param inTime false if the high end of the error bar is beyond the next window
 * @param energyMj of a window
 * @param notes what is not known and why, and what stands against the cell
 */
public record DeviceBudget(
        OptionalDouble latencyMs,
        OptionalDouble latencyLowMs,
        OptionalDouble latencyHighMs,
        OptionalLong instructions,
        String unit,
        String instructionsOrigin,
        OptionalDouble everySeconds,
        OptionalDouble dutyCycle,
        OptionalDouble realtimeMargin,
        Boolean inTime,
        OptionalDouble energyMj,
        OptionalDouble energyLowMj,
        OptionalDouble energyHighMj,
        OptionalDouble energyPerDayJ,
        OptionalDouble meanCurrentMa,
        String cell,
        OptionalDouble batteryDays,
        OptionalDouble batteryLowDays,
        OptionalDouble batteryHighDays,
        List<String> notes) {

    static DeviceBudget of(Budget budget) {
        Optional<Estimate> latency = budget.latency();
        Optional<Estimate> energy = budget.energy();
        Optional<Estimate> days = budget.batteryDays();
        return new DeviceBudget(
                real(latency, value -> value.typical() * 1e3),
                real(latency, value -> value.low() * 1e3),
                real(latency, value -> value.high() * 1e3),
                budget.work().stream().mapToLong(Work::count).findFirst(),
                budget.device().core().unit(),
                budget.work().map(work -> work.origin().title()).orElse(null),
                budget.everySeconds(),
                real(budget.dutyCycle(), Estimate::typical),
                budget.realTimeMargin(),
                budget.dutyCycle().map(duty -> budget.keepsUp()).orElse(null),
                real(energy, value -> value.typical() * 1e3),
                real(energy, value -> value.low() * 1e3),
                real(energy, value -> value.high() * 1e3),
                real(budget.energyPerDay(), Estimate::typical),
                real(budget.current(), value -> value.typical() * 1e3),
                budget.supply().cell().map(Cell::name).orElse(null),
                real(days, Estimate::typical),
                real(days, Estimate::low),
                real(days, Estimate::high),
                budget.notes());
    }

    /** As {@code about 44 ms (36 to 61)}. */
    public String latencyText() {
        return "about " + Milliseconds.text(latencyMs.orElseThrow()) + " ("
                + Milliseconds.number(latencyLowMs.orElseThrow()) + " to "
                + Milliseconds.number(latencyHighMs.orElseThrow()) + ")";
    }

    private static OptionalDouble real(Optional<Estimate> estimate, ToDoubleFunction<Estimate> part) {
        return estimate.stream().mapToDouble(part).findFirst();
    }
}
