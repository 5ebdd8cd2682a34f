package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.graph.Int8Model;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrontEndFilesTest {

    private static CProject project(Int8Model model, ProjectKind kind) {
        return Codegen.generate(model, TinyFrontEnd.SOURCE, new Target("shake", kind));
    }

    private static Set<String> kernels(CProject project) {
        return project.files().keySet().stream()
                .filter(file -> file.matches("mote_fe_.*\\.c"))
                .collect(Collectors.toSet());
    }

    @Test
    void writesOnlyTheKernelsThatTheModelNeeds() {
        assertEquals(Set.of("mote_fe_counts.c"), kernels(project(TinyFrontEnd.plain(), ProjectKind.PLAIN)));
        assertEquals(
                Set.of(
                        "mote_fe_load.c",
                        "mote_fe_filter.c",
                        "mote_fe_magnitude.c",
                        "mote_fe_statistics.c",
                        "mote_fe_spectrum.c",
                        "mote_fe_quantize.c"),
                kernels(project(TinyFrontEnd.model(), ProjectKind.PLAIN)));
        assertEquals(Set.of(), kernels(Codegen.generate(TinyModel.model(), TinyModel.SOURCE, TinyModel.TARGET)));
    }

    /** 5 numbers, 16 x 3 values and 16 of the transform, 4 bytes each; offsets are multiples of 8. */
    @Test
    void theArenaHoldsWhatTheFrontEndNeeds() {
        CProject project = project(TinyFrontEnd.model(), ProjectKind.PLAIN);
        assertEquals(24 + 192 + 64, project.figures().arenaBytes());
        assertTrue(project.files().get("shake.h").contains("#define SHAKE_ARENA_BYTES 280\n"));
        assertEquals(
                5, project(TinyFrontEnd.plain(), ProjectKind.PLAIN).figures().arenaBytes());
    }

    /** A value of one channel is no element of the input where stages make the elements. */
    @Test
    void preparesSingleValuesOnlyWithoutStages() {
        assertTrue(project(TinyFrontEnd.plain(), ProjectKind.PLAIN)
                .files()
                .get("shake.h")
                .contains("shake_prepare("));
        assertFalse(project(TinyFrontEnd.model(), ProjectKind.PLAIN)
                .files()
                .get("shake.h")
                .contains("shake_prepare("));
    }

    /** Not elements of the input, which are numbers of whole windows. */
    @Test
    void theExampleFillsAWindow() {
        SortedMap<String, String> files =
                project(TinyFrontEnd.model(), ProjectKind.CMAKE).files();
        String example = files.get("example/shake_example.c");
        assertTrue(example.contains("(void)shake_front_end(arena, window, input);"), example);
        assertTrue(example.contains("full_scale[SHAKE_CHANNELS] = {4.0f, 4.0f, 4.0f};"), example);
        assertTrue(files.get("example/main.c")
                .contains("Input 0: a stream, one sample of 3 values at a time: index is the channel."));
    }

    @ParameterizedTest
    @EnumSource(ProjectKind.class)
    void everyKindOfProjectHasTheFrontEnd(ProjectKind kind) {
        SortedMap<String, String> files = project(TinyFrontEnd.model(), kind).files();
        boolean isData = kind == ProjectKind.ARRAY;
        for (String wanted : Set.of("shake_front_end.h", "shake_front_end.c", "mote_front_end.h", "mote_fe_fft.h")) {
            assertEquals(
                    !isData,
                    files.keySet().stream().anyMatch(file -> file.equals(wanted) || file.endsWith("/" + wanted)),
                    kind + ": " + wanted);
        }
    }
}
