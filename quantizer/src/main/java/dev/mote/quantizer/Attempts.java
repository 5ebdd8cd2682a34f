package dev.mote.quantizer;

import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Int8Model;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Quantizes one model in several ways and measures each; a way that was tried before is not tried again. */
final class Attempts {
    private final FloatModel model;
    private final Calibration calibration;
    private final Validation validation;
    private final Function<Int8Model, Footprint> footprint;
    private final Map<Equalization, Observed> observed = new EnumMap<>(Equalization.class);
    private final Map<QuantizerOptions, Remedy> tried = new HashMap<>();
    private final Judge onCalibration;
    private final Judge onValidation;

    Attempts(
            FloatModel model,
            Calibration calibration,
            Validation validation,
            Function<Int8Model, Footprint> footprint) {
        this.model = model;
        this.calibration = calibration;
        this.validation = validation;
        this.footprint = footprint;
        Observed plain = observed(Equalization.NONE);
        this.onCalibration = new Judge(
                plain,
                new Validation(
                        calibration.source(), calibration.samples(), Optional.empty(), validation.isRegression()));
        this.onValidation = new Judge(plain, validation);
    }

    Observed observed(Equalization equalization) {
        return observed.computeIfAbsent(equalization, own -> Observed.of(model, calibration, own));
    }

    /** Of the float model, on the validation samples. */
    Score exact() {
        return onValidation.exact();
    }

    Remedy measure(QuantizerOptions options) {
        Remedy known = tried.get(options);
        if (known != null) {
            return known;
        }
        Quantizer.Prepared prepared = Quantizer.prepare(observed(options.equalization()), options);
        Score score = onValidation.of(prepared.quantized(), prepared.layout());
        Remedy remedy = new Remedy(
                options.text(),
                options,
                onCalibration.of(prepared.quantized(), prepared.layout()),
                score,
                score.pointsLost(exact()),
                footprint.apply(new Int8Model(prepared.quantized().graph())));
        tried.put(options, remedy);
        return remedy;
    }

    /** A judge of up to {@code count} validation samples, for what is measured many times. */
    Judge quickJudge(int count) {
        return new Judge(observed(Equalization.NONE), validation.spread(count));
    }
}
