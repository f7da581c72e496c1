package co.litper.cerebro.server.cli;

import co.litper.cerebro.server.Erasing;
import co.litper.cerebro.server.Installation;
import co.litper.cerebro.server.memory.MemoryFolder;
import co.litper.cerebro.vault.Vault;
import co.litper.cerebro.vocabulary.PersonRef;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Erases a customer: row and key of the vault, the dead letters that tell of them, and what is remembered. */
@Command(name = "erase", description = "Erase a customer's personal data (habeas data). It cannot be undone.")
final class EraseCommand implements Callable<Integer> {
    private static final int PHONE = 10;
    private static final String COUNTRY = "57";

    private final CliContext context;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Who who = new Who();

    @Option(names = "--json", description = "The proof as one JSON object.")
    private boolean json;

    /** The customer, named one way or the other. */
    static final class Who {
        @Option(names = "--phone", paramLabel = "NUMBER", description = "Phone, with or without +57.")
        @Nullable
        String phone;

        @Option(names = "--customer", paramLabel = "REF", description = "Reference, 32 hexadecimal digits.")
        @Nullable
        String customer;
    }

    EraseCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        context.requireStore();
        String phone = who.phone == null ? "" : digits(who.phone);
        try (Installation installation = context.open()) {
            Vault vault = installation.store().vault();
            PersonRef ref = who.customer == null ? vault.refer(context.merchant(), phone) : reference(who.customer);
            boolean before = vault.isErased(ref);
            Erasing erasing = new Erasing(
                    vault, installation.store().deadLetters(), (_, customer) -> memories(customer), context.clock());
            Erasing.Proof proof = erasing.erase(context.merchant(), ref, phone.isEmpty() ? List.of() : List.of(phone));
            context.audit("customer.erase", ref.value());
            if (!proof.found() && proof.letters() == 0 && proof.memories() == 0 && !before) {
                context.err()
                        .println(context.say(
                                "No se conocía a nadie con esa referencia; quedó marcada para que ninguna importación la traiga.",
                                "Nobody was known under that reference; it is marked so that no import brings it in."));
            }
            print(ref, proof);
        }
        return CommandLineFace.DONE;
    }

    private int memories(PersonRef ref) {
        try (MemoryFolder folder = context.memoryFolder()) {
            return folder.erase(ref);
        }
    }

    private void print(PersonRef ref, Erasing.Proof proof) {
        if (json) {
            JsonOut.print(
                    context,
                    JsonOut.object()
                            .put("customer", ref.value())
                            .put("erasedAt", proof.at().toString())
                            .put("found", proof.found())
                            .put("deadLettersPurged", proof.letters())
                            .put("memoriesErased", proof.memories())
                            .put("verifiedGone", proof.verified()));
            return;
        }
        context.out().println(context.say("Borrado ", "Erased ") + ref.value() + " " + proof.at());
        context.out().println(context.say("Fila y clave destruidas: ", "Row and key destroyed: ") + proof.found());
        context.out().println(context.say("Rechazos eliminados: ", "Dead letters removed: ") + proof.letters());
        context.out().println(context.say("Recuerdos borrados: ", "Memories erased: ") + proof.memories());
        context.out()
                .println(context.say("Comprobado, no queda nada: ", "Verified, nothing is left: ") + proof.verified());
        context.out()
                .println(
                        context.say(
                                "Los archivos que usted exportó o importó (listas, respuestas, originales) no están aquí: bórrelos aparte.",
                                "Files that you exported or imported (worklists, answers, originals) are not here: delete them too."));
    }

    private PersonRef reference(String text) {
        try {
            return new PersonRef(text.trim());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--customer: " + e.getMessage());
        }
    }

    private String digits(String text) {
        StringBuilder kept = new StringBuilder();
        text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> kept.append((char) c));
        String digits = kept.indexOf("00") == 0 ? kept.substring(2) : kept.toString();
        String local = digits.length() == PHONE + COUNTRY.length() && digits.startsWith(COUNTRY)
                ? digits.substring(COUNTRY.length())
                : digits;
        if (local.length() != PHONE) {
            throw CommandFailure.usage(context.say(
                    "El teléfono debe tener diez dígitos. Tal vez sobre o falte uno.",
                    "The phone must have ten digits. Maybe there is one too many or too few."));
        }
        return local;
    }
}
