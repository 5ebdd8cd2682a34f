package dev.mote.app.studio.runs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.mote.app.pipeline.Inspection;
import dev.mote.app.studio.workspace.ModelEntry;
import dev.mote.model.graph.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A model of the workspace, whatever its state; the components are JSON keys. What is not known of a model that cannot run is null.
 *
 * @param pending true if it has not been looked at yet
 * @param readable false if its file is damaged
 * @param runs whether Mote can run it
 * @param type of its first input, as {@code int8}
 * @param operators how many
 * @param recipe that it was trained by, as the file tells; {@code dataset} and {@code synthetic} likewise
 * @param findings what speaks against it; of a file that cannot be read, why
 * @param boards what it costs on every board that Mote knows; none of a model that cannot run
 */
public record ModelFacts(
        String id,
        String name,
        long bytes,
        boolean pending,
        boolean readable,
        boolean runs,
        Optional<String> type,
        List<Inspection.End> inputs,
        List<Inspection.End> outputs,
        int operators,
        List<String> labels,
        Optional<String> recipe,
        Optional<String> dataset,
        Optional<Boolean> synthetic,
        OptionalLong weightsBytes,
        OptionalLong arenaBytes,
        OptionalLong macs,
        List<Finding> findings,
        @JsonIgnore List<BoardFigures> boards) {

    static ModelFacts of(ModelEntry model, long bytes, Inspection inspection) {
        boolean runs = inspection.unsupported().isEmpty();
        Map<String, String> card = inspection.facts();
        return new ModelFacts(
                model.id(),
                model.name(),
                bytes,
                false,
                true,
                runs,
                inspection.inputs().stream().map(Inspection.End::type).findFirst(),
                inspection.inputs(),
                inspection.outputs(),
                inspection.operators().size(),
                inspection.labels(),
                Optional.ofNullable(card.get("recipe")),
                Optional.ofNullable(card.get("dataset")),
                Optional.ofNullable(card.get("synthetic")).map(Boolean::valueOf),
                OptionalLong.of(inspection.weightsBytes()),
                runs ? OptionalLong.of(inspection.arenaBytes()) : OptionalLong.empty(),
                runs ? OptionalLong.of(inspection.macs()) : OptionalLong.empty(),
                Stream.concat(inspection.unsupported().stream(), inspection.warnings().stream())
                        .toList(),
                inspection.devices().stream().map(BoardFigures::of).toList());
    }

    static ModelFacts unreadable(ModelEntry model, long bytes, List<Finding> findings) {
        return unknown(model, bytes, false, findings);
    }

    static ModelFacts pending(ModelEntry model) {
        return unknown(model, 0, true, List.of());
    }

    private static ModelFacts unknown(ModelEntry model, long bytes, boolean pending, List<Finding> findings) {
        return new ModelFacts(
                model.id(),
                model.name(),
                bytes,
                pending,
                false,
                false,
                Optional.empty(),
                List.of(),
                List.of(),
                0,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                findings,
                List.of());
    }

    boolean isInt8() {
        return type.equals(Optional.of("int8"));
    }

    Optional<BoardFigures> on(String device) {
        return boards.stream()
                .filter(figures -> figures.device().equals(device))
                .findFirst();
    }
}
