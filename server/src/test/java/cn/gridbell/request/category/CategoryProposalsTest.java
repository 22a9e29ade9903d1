package cn.gridbell.request.category;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.People;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which category a text is about. The sentences are made up after what residents of such streets write. */
@GridbellTest
class CategoryProposalsTest {

    private final People people;
    private final CategoryProposals proposals;

    @Autowired
    CategoryProposalsTest(People people, CategoryProposals proposals) {
        this.people = people;
        this.proposals = proposals;
    }

    private record Sentence(String category, String text) {}

    /** @param clearWrong said to be clear, and wrong: a resident would not have been asked */
    private record Score(int sentences, int first, int amongThree, int clear, int clearWrong) {

        double share(int count) {
            return (double) count / sentences;
        }
    }

    @Test
    void findsTheCategoryOfMostSentences() {
        Score score = score("sentences.tsv");
        print("tuned on", score);
        assertThat(score.sentences()).isGreaterThanOrEqualTo(120);
        assertThat(score.share(score.first())).isGreaterThanOrEqualTo(0.90);
        assertThat(score.share(score.amongThree())).isGreaterThanOrEqualTo(0.95);
        assertThat(score.share(score.clearWrong())).isLessThanOrEqualTo(0.04);
    }

    /** Written after the catalogue's words and never used to choose them: what to expect of words nobody thought of. */
    @Test
    void findsTheCategoryOfSentencesItWasNotTunedOn() {
        Score score = score("held-out.tsv");
        print("held out", score);
        assertThat(score.share(score.first())).isGreaterThanOrEqualTo(0.55);
        assertThat(score.share(score.amongThree())).isGreaterThanOrEqualTo(0.65);
    }

    @Test
    void saysWhichWordsDecided() {
        People.Person resident = people.newcomer();
        Http.Answer answer = resident.http()
                .post("/api/resident/request-category-proposals", Map.of("text", "消防 通道被私家车堵住了"))
                .expect(200);

        assertThat(answer.at("/items/0/code")).isEqualTo("FIRE_SAFETY");
        assertThat(answer.at("/items/0/because/0")).isEqualTo("消防通道");
        assertThat(answer.at("/items/1/code")).isEqualTo("PARKING");
        assertThat(answer.json().at("/items").size()).isLessThanOrEqualTo(3);
    }

    @Test
    void aWordInsideALongerOneCountsLittle() {
        List<CategoryProposals.Proposal> found = proposals.of("消防通道");

        assertThat(found.get(0).because()).containsExactly("消防通道");
    }

    @Test
    void aWordSaidTwiceCountsOnce() {
        assertThat(proposals.of("噪音噪音噪音").get(0).score())
                .isEqualTo(proposals.of("噪音").get(0).score());
    }

    @Test
    void knowsNothingOfWordsItHasNot() {
        People.Person resident = people.newcomer();
        String path = "/api/resident/request-category-proposals";

        assertThat(resident.http()
                        .post(path, Map.of("text", "今天天气真好啊"))
                        .expect(200)
                        .json()
                        .at("/items")
                        .size())
                .isZero();
        resident.http().post(path, Map.of("text", "  ")).expect(400);
        resident.http().post(path, Map.of()).expect(400);
        resident.http().post(path, Map.of("text", "长".repeat(1_001))).expect(400);
        people.server().post(path, Map.of("text", "噪音")).expect(401);
    }

    private Score score(String file) {
        int first = 0;
        int three = 0;
        int clear = 0;
        int wrong = 0;
        List<Sentence> all = read(file);
        for (Sentence sentence : all) {
            List<String> best = proposals.of(sentence.text()).stream()
                    .map(CategoryProposals.Proposal::code)
                    .toList();
            first += !best.isEmpty() && best.get(0).equals(sentence.category()) ? 1 : 0;
            three += best.contains(sentence.category()) ? 1 : 0;
            String said =
                    proposals.clear(sentence.text()).map(RequestCategory::code).orElse("");
            clear += said.isEmpty() ? 0 : 1;
            wrong += said.isEmpty() || said.equals(sentence.category()) ? 0 : 1;
        }
        return new Score(all.size(), first, three, clear, wrong);
    }

    private static void print(String which, Score score) {
        System.out.printf(
                "category proposals, %s: %d sentences, top 1 %.1f %%, top 3 %.1f %%, clear %.1f %%, clear and wrong %.1f %%%n",
                which,
                score.sentences(),
                100 * score.share(score.first()),
                100 * score.share(score.amongThree()),
                100 * score.share(score.clear()),
                100 * score.share(score.clearWrong()));
    }

    private static List<Sentence> read(String file) {
        try (InputStream in = Objects.requireNonNull(CategoryProposalsTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Sentence(cells[0], cells[1]))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
