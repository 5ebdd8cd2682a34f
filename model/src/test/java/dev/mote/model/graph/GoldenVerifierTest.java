package dev.mote.model.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.golden.GoldenData;
import dev.mote.model.tflite.TfliteFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldenVerifierTest {
    @Test
    void findsNothingInTheGoldenModels() {
        for (Path file : GoldenData.models("golden")) {
            assertEquals(List.of(), TfliteFile.open(file).findings(), file.toString());
        }
    }

    @Test
    void findsNoErrorInTheSingleOperatorsThatAreSupported() {
        int supported = 0;
        for (Path file : GoldenData.models("golden-operators")) {
            List<Finding> findings = TfliteFile.open(file).findings();
            String name = file.getParent().getFileName().toString();
            boolean otherType = name.matches(".*_(int32|uint8)_.*|(DE)?QUANTIZE_.*int16.*");
            boolean computedIndices = name.equals("GATHER_int8_04");
            if (findings.stream().noneMatch(finding -> finding.code().equals("TFL-09"))
                    && !otherType
                    && !computedIndices) {
                assertEquals(
                        List.of(),
                        findings.stream()
                                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                                .toList(),
                        name);
                supported++;
            }
        }
        assertTrue(supported > 450, supported + " files");
    }

    /** TFLM's RELU6 clamps the input's integers and looks at no output scale; all other files need no warning. */
    @Test
    void warnsOnlyOfRelu6BetweenDifferentScales() {
        List<String> warned = GoldenData.models("golden-operators").stream()
                .filter(file -> TfliteFile.open(file).findings().stream()
                        .anyMatch(finding -> finding.severity() == Finding.Severity.WARNING))
                .map(file -> file.getParent().getFileName().toString())
                .toList();
        assertEquals(7, warned.size());
        assertTrue(warned.stream().allMatch(name -> name.startsWith("RELU6_int8_")), warned.toString());
    }
}
