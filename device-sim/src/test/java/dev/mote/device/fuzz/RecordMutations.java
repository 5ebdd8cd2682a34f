package dev.mote.device.fuzz;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Changes one component of a record, so that operators of the future are changed too. */
final class RecordMutations {
    private final RandomGenerator random;
    private final ByteMutations bytes;

    RecordMutations(RandomGenerator random) {
        this.random = random;
        this.bytes = new ByteMutations(random);
    }

    /** @return {@code original} itself if it has no components, or refuses the change */
    <T> T change(T original) {
        try {
            RecordComponent[] components = original.getClass().getRecordComponents();
            if (components.length == 0) {
                return original;
            }
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = components[i].getAccessor().invoke(original);
            }
            int changed = random.nextInt(values.length);
            values[changed] = changedValue(values[changed]);
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            @SuppressWarnings("unchecked")
            Constructor<T> constructor = (Constructor<T>) original.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            return original;
        }
    }

    private Object changedValue(Object value) {
        return switch (value) {
            case Integer number -> random.nextBoolean() ? number + random.nextInt(-2, 3) : bytes.word();
            case Float number -> real(number);
            case Boolean flag -> !flag;
            case Enum<?> constant -> {
                Object[] constants = constant.getDeclaringClass().getEnumConstants();
                yield constants[random.nextInt(constants.length)];
            }
            case List<?> list
            when !list.isEmpty() -> {
                List<Object> changed = new ArrayList<>(list);
                int position = random.nextInt(changed.size());
                changed.set(position, changedValue(changed.get(position)));
                yield changed;
            }
            case Record record -> change(record);
            default -> value;
        };
    }

    /** Of the size of {@code number}, or one that arithmetic likes least. */
    float real(float number) {
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> -number;
            case 2 -> Float.NaN;
            case 3 -> Float.POSITIVE_INFINITY;
            case 4 -> Float.MIN_VALUE;
            case 5 -> Float.MAX_VALUE;
            case 6 -> Math.scalb(number, random.nextInt(-40, 41));
            default -> number * random.nextFloat(0.9f, 1.1f);
        };
    }
}
