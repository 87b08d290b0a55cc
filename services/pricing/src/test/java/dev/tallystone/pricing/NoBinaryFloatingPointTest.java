package dev.tallystone.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.DoubleEntry;
import java.lang.classfile.constantpool.FloatEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money is decimal: no compiled class of this room may hold a double or a float, nor call anything that takes one. */
class NoBinaryFloatingPointTest {

    /** A primitive D or F, or its box, that is no part of a class's name. */
    private static final Pattern FLOATING = Pattern
            .compile("^[(]?(\\[*([BCIJSZ]|L[^;]+;))*\\)?\\[*([DF]|Ljava/lang/(Double|Float);).*");
    /** Of all opcodes, those of doubles and floats begin with D or F, or convert to one; DUP is of neither. */
    private static final Pattern FLOATING_OPCODE = Pattern.compile("(D(?!UP)|F).*|[IL]2[DF]");

    private static final Pattern OF_FLOATING = Pattern.compile("\\[+[DF]|(\\[+L)?java/lang/(Double|Float);?");

    /** What the check must catch. */
    static final class Halved {
        long local(long usd) {
            return (long) (usd * 0.5);
        }
    }

    static final class Called {
        String called(String usd) {
            return String.valueOf(Double.parseDouble(usd));
        }
    }

    static final class Converted {
        int converted(int usd) {
            return Math.round((float) usd);
        }
    }

    static final class Kept {
        double usd;
    }

    static final class Boxed {
        Optional<Object> boxed(List<Double> usd) {
            Double first = usd.getFirst();
            return Optional.of(first);
        }
    }

    static final class Arrays {
        Object arrays() {
            return new float[0];
        }
    }

    static final class Tables {
        Object tables() {
            return new double[0][];
        }
    }

    /** What it must not: names that merely look like it. */
    static final class Innocent {
        Object innocent(Optional<Denomination> one, long usd, Denomination[] more) {
            Denomination first = one.orElse(more[(int) usd]);
            return first.equals(more[0]) ? first : List.of(first, first);
        }
    }

    record Denomination(String Digits) {}

    @Test
    void isNowhereInTheRoom() throws IOException, URISyntaxException {
        URI classes = Usd.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        try (Stream<Path> files = Files.walk(Path.of(classes))) {
            List<Path> compiled = files.filter(file -> file.toString().endsWith(".class")).toList();

            assertThat(compiled).hasSizeGreaterThan(40);
            assertThat(compiled).allSatisfy(file -> assertThat(floating(ClassFile.of().parse(file))).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Halved.class, Called.class, Converted.class, Kept.class, Boxed.class, Arrays.class,
            Tables.class})
    void isFoundWhereItIs(Class<?> guilty) throws IOException {
        assertThat(floating(parse(guilty))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(classes = {Innocent.class, Denomination.class})
    void isNotFoundInANameThatLooksLikeIt(Class<?> innocent) throws IOException {
        assertThat(floating(parse(innocent))).isEmpty();
    }

    private static ClassModel parse(Class<?> type) throws IOException {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(file))) {
            return ClassFile.of().parse(in.readAllBytes());
        }
    }

    private static List<String> floating(ClassModel type) {
        Stream<String> pool = Stream.iterate(1, i -> i < type.constantPool().size(), i -> i + type.constantPool()
                .entryByIndex(i)
                .width()).map(type.constantPool()::entryByIndex).flatMap(NoBinaryFloatingPointTest::inPool);
        Stream<String> fields = type.fields()
                .stream()
                .filter(field -> FLOATING.matcher(field.fieldType().stringValue()).matches())
                .map(field -> "field " + field.fieldName());
        return Stream.of(pool, fields, type.methods().stream().flatMap(NoBinaryFloatingPointTest::inMethod))
                .flatMap(found -> found)
                .toList();
    }

    private static Stream<String> inPool(PoolEntry entry) {
        return switch (entry) {
            case DoubleEntry constant -> Stream.of("constant " + constant.doubleValue());
            case FloatEntry constant -> Stream.of("constant " + constant.floatValue());
            case NameAndTypeEntry used when isFloating(used.type().stringValue()) -> Stream.of("uses " + used);
            case ClassEntry used when OF_FLOATING.matcher(used.asInternalName()).matches() -> Stream.of("uses " + used);
            case MethodTypeEntry used when isFloating(used.descriptor().stringValue()) -> Stream.of("uses " + used);
            default -> Stream.empty();
        };
    }

    private static Stream<String> inMethod(MethodModel method) {
        String name = method.methodName().stringValue();
        Stream<String> signature = isFloating(method.methodType().stringValue())
                ? Stream.of("method " + name)
                : Stream.empty();
        Stream<String> code = method.code()
                .stream()
                .flatMap(body -> body.elementStream())
                .filter(element -> element instanceof Instruction instruction && isFloating(instruction))
                .map(element -> name + ": " + element);
        return Stream.concat(signature, code);
    }

    private static boolean isFloating(Instruction instruction) {
        return FLOATING_OPCODE.matcher(instruction.opcode().name()).matches()
                || (instruction instanceof NewPrimitiveArrayInstruction array
                        && (array.typeKind() == TypeKind.DOUBLE || array.typeKind() == TypeKind.FLOAT));
    }

    private static boolean isFloating(String descriptor) {
        return FLOATING.matcher(descriptor).matches();
    }
}
