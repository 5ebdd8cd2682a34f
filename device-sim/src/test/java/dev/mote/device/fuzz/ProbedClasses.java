package dev.mote.device.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.SplittableRandom;

/** Loads Mote's classes with a call of {@link Coverage#hit} at every branch target and behind every branch. */
final class ProbedClasses extends ClassLoader {
    private static final List<String> PROBED =
            List.of("dev.mote.model.", "dev.mote.codegen.", WholePath.class.getName());
    private static final ClassDesc COVERAGE = ClassDesc.of(Coverage.class.getName());
    private static final MethodTypeDesc HIT = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);

    private final ClassFile format = ClassFile.of(
            ClassFile.DebugElementsOption.DROP_DEBUG,
            ClassFile.ClassHierarchyResolverOption.of(
                    ClassHierarchyResolver.ofResourceParsing(ProbedClasses.class.getClassLoader())));
    /** Numbers of probes: drawn, as neighbours would fall on one step. */
    private final SplittableRandom numbers = new SplittableRandom(1);

    private ProbedClasses() {
        super(ProbedClasses.class.getClassLoader());
    }

    /** {@link WholePath}, with probes in all that it calls. It has run once: to load classes takes memory that no file is to blame for. */
    static FuzzTarget target() {
        try {
            Class<?> type = new ProbedClasses().loadClass(WholePath.class.getName());
            FuzzTarget target = (FuzzTarget) type.getConstructor().newInstance();
            target.run(Seeds.own(0).getFirst());
            return target;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (PROBED.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream stream = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (stream == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] probed = format.transformClass(
                    format.parse(stream.readAllBytes()), ClassTransform.transformingMethodBodies(probes()));
            return defineClass(name, probed, 0, probed.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CodeTransform probes() {
        return (CodeBuilder code, CodeElement element) -> {
            code.with(element);
            boolean branches = element instanceof BranchInstruction branch
                    && branch.opcode() != Opcode.GOTO
                    && branch.opcode() != Opcode.GOTO_W;
            if (branches || element instanceof LabelTarget) {
                code.loadConstant(numbers.nextInt(1 << 16)).invokestatic(COVERAGE, "hit", HIT);
            }
        };
    }
}
