package dev.mote.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The module arrows of docs/architecture.md, which Maven's dependencies alone would let grow. */
@AnalyzeClasses(packages = "dev.mote", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule arrowsFollowTheData = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("model")
            .definedBy("dev.mote.model..")
            .layer("dataset")
            .definedBy("dev.mote.dataset..")
            .layer("trainer")
            .definedBy("dev.mote.trainer..")
            .layer("quantizer")
            .definedBy("dev.mote.quantizer..")
            .layer("firmware")
            .definedBy("dev.mote.firmware..")
            .layer("codegen")
            .definedBy("dev.mote.codegen..")
            .layer("device")
            .definedBy("dev.mote.device..")
            .layer("app")
            .definedBy("dev.mote.app..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("device")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("codegen")
            .mayOnlyBeAccessedByLayers("device", "app")
            .whereLayer("firmware")
            .mayOnlyBeAccessedByLayers("codegen", "device")
            .whereLayer("quantizer")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("trainer")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("dataset")
            .mayOnlyBeAccessedByLayers("trainer", "quantizer", "device", "app");

    @ArchTest
    static final ArchRule onlyTheTrainerSeesTensorFlow = noClasses()
            .that()
            .resideOutsideOfPackage("dev.mote.trainer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tensorflow..");

    @ArchTest
    static final ArchRule onlyTheAppSeesItsFrameworks = noClasses()
            .that()
            .resideOutsideOfPackage("dev.mote.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "picocli..");

    /** Elsewhere it would keep Mote from running where the module is not there. */
    @ArchTest
    static final ArchRule onlyOnePackageNeedsTheVectorModule = noClasses()
            .that()
            .resideOutsideOfPackage("dev.mote.model.interpreter.vector")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jdk.incubator..");

    @ArchTest
    static final ArchRule withinTheModelLoweringDoesNotKnowItsUsers = noClasses()
            .that()
            .resideInAnyPackage("dev.mote.model.graph..", "dev.mote.model.arithmetic..", "dev.mote.model.lowered..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.mote.model.interpreter..", "dev.mote.model.tflite..");
}
