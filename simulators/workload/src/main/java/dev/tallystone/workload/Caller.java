package dev.tallystone.workload;

/** Who calls. */
sealed interface Caller {

    /** A role; every caller picks a session name, so that the names in the log have no end. */
    record AssumedRole(String role) implements Caller {}

    record User(String name) implements Caller {}

    /** The principal without its session, which is what totals are kept by. */
    default String principal() {
        return switch (this) {
            case AssumedRole(String role) -> "assumed-role/" + role;
            case User(String name) -> "user/" + name;
        };
    }

    /** The member {@code identity}, as AWS writes it. */
    default void write(RecordText text, Dice dice) {
        switch (this) {
            case AssumedRole(String role) -> text.json("'identity':{'arn':'arn:aws:sts::")
                    .json(Origin.ACCOUNT)
                    .json(":assumed-role/")
                    .json(role)
                    .json("/session-")
                    .number(dice.between(0, 99_999))
                    .json("'},");
            case User(String name) ->
                text.json("'identity':{'arn':'arn:aws:iam::")
                        .json(Origin.ACCOUNT)
                        .json(":user/")
                        .json(name)
                        .json("'},");
        }
    }
}
