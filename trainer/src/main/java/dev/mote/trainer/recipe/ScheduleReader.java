package dev.mote.trainer.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The groups {@code learning_rate_schedule} and {@code reduce_on_plateau} of a recipe. */
final class ScheduleReader {
    private static final List<String> NAMES = List.of(
            "constant",
            "cosine",
            "exponential_decay",
            "inverse_time_decay",
            "piecewise_constant",
            "polynomial",
            "one_cycle");

    private final Section group;
    private final String name;

    private ScheduleReader(Section group, String name) {
        this.group = group;
        this.name = name;
    }

    static LearningRateSchedule read(Section top) {
        Section group = top.oneOf("learning_rate_schedule", "constant", NAMES);
        return new ScheduleReader(group, group.onlyKey()).read();
    }

    private LearningRateSchedule read() {
        return switch (name) {
            case "constant" -> warmed(keys(), LearningRateSchedule.Constant::new);
            case "cosine" -> {
                Section keys = keys("final_fraction");
                yield warmed(keys, () -> new LearningRateSchedule.Cosine(keys.number("final_fraction", 0)));
            }
            case "exponential_decay" -> {
                Section keys = keys("decay_rate", "decay_epochs", "staircase");
                yield warmed(
                        keys,
                        () -> new LearningRateSchedule.ExponentialDecay(
                                keys.number("decay_rate"),
                                keys.number("decay_epochs", 1),
                                keys.flag("staircase", false)));
            }
            case "inverse_time_decay" -> {
                Section keys = keys("decay_rate", "decay_epochs", "staircase");
                yield warmed(
                        keys,
                        () -> new LearningRateSchedule.InverseTimeDecay(
                                keys.number("decay_rate"),
                                keys.number("decay_epochs", 1),
                                keys.flag("staircase", false)));
            }
            case "piecewise_constant" -> {
                Section keys = keys("boundaries", "factors");
                keys.required("boundaries");
                keys.required("factors");
                yield warmed(
                        keys,
                        () -> new LearningRateSchedule.PiecewiseConstant(
                                keys.listOfNumbers("boundaries"), keys.listOfNumbers("factors")));
            }
            case "polynomial" -> {
                Section keys = keys("final_fraction", "power");
                yield warmed(
                        keys,
                        () -> new LearningRateSchedule.Polynomial(
                                keys.number("final_fraction", 0), keys.number("power", 1)));
            }
            default -> oneCycle();
        };
    }

    /** Has a warm-up of its own. */
    private LearningRateSchedule oneCycle() {
        Section keys =
                group.inner(name, group.required(name), List.of("warmup_share", "initial_fraction", "final_fraction"));
        return keys.checked(() -> new LearningRateSchedule.OneCycle(
                keys.number("warmup_share", 0.3),
                keys.number("initial_fraction", 0.04),
                keys.number("final_fraction", 0.0001)));
    }

    private Section keys(String... own) {
        List<String> keys = new ArrayList<>(List.of(own));
        keys.add("warmup_epochs");
        return group.inner(name, group.required(name), keys);
    }

    private static LearningRateSchedule warmed(Section keys, Supplier<LearningRateSchedule> constructor) {
        LearningRateSchedule schedule = keys.checked(constructor);
        double warmup = keys.number("warmup_epochs", 0);
        return warmup == 0 ? schedule : keys.checked(() -> new LearningRateSchedule.Warmup(warmup, schedule));
    }

    static ReduceOnPlateau reduceOnPlateau(Section top, YamlNode node) {
        List<String> keys = List.of("monitor", "factor", "patience", "min_delta", "cooldown", "min_learning_rate");
        Section section = top.inner("reduce_on_plateau", node, keys);
        return section.checked(() -> new ReduceOnPlateau(
                section.choice("monitor", EarlyStopping.Monitor.values(), EarlyStopping.Monitor.VAL_LOSS),
                section.number("factor", 0.1),
                section.whole("patience", 10),
                section.number("min_delta", 0.0001),
                section.whole("cooldown", 0),
                section.number("min_learning_rate", 0)));
    }
}
