package dev.tallystone.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTest {

    @Test
    void isFiveMinutesUpToTheLastFullTenSeconds() {
        Recent recent = Recent.of(Boards.NOON.plusSeconds(9), Boards.LONG_AGO);

        assertThat(recent.endBucket()).isEqualTo(Boards.NOON.getEpochSecond() / 10);
        assertThat(recent.seconds()).isEqualTo(300);
        assertThat(recent.isWhole()).isTrue();
    }

    @Test
    void beginsWithTheFirstTenSecondsThatWereCountedWhole() {
        Recent recent = Recent.of(Boards.NOON.plusSeconds(60), Boards.NOON.plusSeconds(1));

        assertThat(recent.seconds()).isEqualTo(50);
        assertThat(recent.isWhole()).isFalse();
    }

    @Test
    void isEmptyBeforeCountingBegan() {
        assertThat(Recent.of(Boards.NOON, Boards.NOON.plusSeconds(60)).seconds()).isZero();
    }
}
