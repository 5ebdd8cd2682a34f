package dev.mote.app.studio.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ResultReaderTest {

    @Test
    void readsAReport() throws JsonProcessingException {
        RunResults results = read("""
                {"dataset": "mnist", "synthetic": false, "samples": 10, "float_accuracy": 0.9, "int8_accuracy": 0.8,
                 "int8_macro_f1": 0.7, "agreement": 0.95,
                 "int8_metrics": {"accuracy": 0.1, "classes": [{"label": "3", "support": 4, "recall": 0.5}]}}
                """);
        assertEquals(Optional.of("mnist"), results.dataset());
        assertEquals(Optional.of(false), results.synthetic());
        assertEquals(OptionalDouble.of(0.9), results.accuracy("float"));
        assertEquals(OptionalDouble.of(0.8), results.accuracy("int8"));
        assertEquals(OptionalDouble.of(0.7), results.macroF1("int8"));
        assertEquals(
                List.of(new RunResults.ClassFigures("3", 4, OptionalDouble.of(0.5))),
                results.scores().get("int8").classes());
    }

    @Test
    void readsEpochsOfBothFiles() throws JsonProcessingException {
        RunResults metrics = read("{\"epochs\": [{\"epoch\": 1, \"loss\": 2, \"validation_accuracy\": 0.5}]}");
        RunResults history = read("{\"epochs\": [{\"epoch\": 1, \"loss\": 2, \"val_accuracy\": 0.5}]}");
        assertEquals(OptionalDouble.of(0.5), metrics.epochs().getFirst().validationAccuracy());
        assertEquals(metrics, history);
        assertEquals(metrics, read("{\"curve\": {\"epochs\": [{\"epoch\": 1, \"loss\": 2, \"val_accuracy\": 0.5}]}}"));
    }

    @Test
    void readsWhatWasCountedOnBoards() throws JsonProcessingException {
        assertEquals(
                Map.of("mps2-an386", 12L),
                read("{\"board\": \"mps2-an386\", \"exact\": true, \"instructions\": 12}")
                        .measured());
        assertEquals(Map.of("microbit", 7L), read("""
                        {"boards": [{"board": "microbit", "exact": true, "instructions": 7},
                                    {"board": "virt", "exact": false, "instructions": 8}]}
                        """).measured());
    }

    @Test
    void knowsNothingFromOtherFiles() throws JsonProcessingException {
        RunResults results = read("""
                {"dataset": 7, "synthetic": "yes", "samples": 1.5, "float_accuracy": "NaN", "epochs": {"a": 1},
                 "models": [{"name": "../../x", "metrics": {"accuracy": 1}}, 3], "numbers": "many"}
                """);
        assertEquals(RunResults.NOTHING, results);
    }

    @Test
    void prefersWhatIsToldFirst() throws JsonProcessingException {
        RunResults results = read("{\"float_accuracy\": 0.9}")
                .or(read("{\"dataset\": \"own\", \"float_accuracy\": 0.1, \"int8_accuracy\": 0.2}"));
        assertEquals(OptionalDouble.of(0.9), results.accuracy("float"));
        assertEquals(OptionalDouble.of(0.2), results.accuracy("int8"));
        assertEquals(Optional.of("own"), results.dataset());
    }

    @Test
    void thinsALongTraining() throws JsonProcessingException {
        StringBuilder epochs = new StringBuilder();
        for (int epoch = 1; epoch <= 1000; epoch++) {
            epochs.append(epoch > 1 ? "," : "")
                    .append("{\"epoch\":")
                    .append(epoch)
                    .append(",\"loss\":")
                    .append(2000 - epoch)
                    .append("}");
        }
        LearningCurve curve = LearningCurve.of(
                        read("{\"epochs\": [" + epochs + "]}").epochs())
                .orElseThrow();
        assertEquals("training loss", curve.name());
        assertEquals(1000, curve.epochs());
        assertTrue(curve.values().size() <= 60, curve.values().toString());
        assertEquals(OptionalDouble.of(1000), curve.values().getLast());
        assertEquals(Optional.empty(), LearningCurve.of(List.of()));
    }

    private static RunResults read(String json) throws JsonProcessingException {
        return ResultReader.read(new JsonMapper().readTree(json));
    }
}
