"""From similarities to colours: merged by colour, whatever the order they come in."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintassist.core.matching import NO_COLOR, NO_SOURCE, RUNNERS_UP, ColorScores, propose


def scores_of(similarity, colors, rows=None):
    similarity = np.array(similarity, np.float32)
    colors = np.array(colors, np.int32)
    scores = ColorScores(len(similarity))
    scores.add(similarity, colors, np.arange(len(colors)) if rows is None else np.array(rows))
    return scores


@st.composite
def batches(draw):
    """Similarities of all references, their colours, and in which batches they come."""
    targets, references = draw(st.integers(1, 5)), draw(st.integers(1, 12))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    # Few distinct values, so that ties are common.
    similarity = (rng.integers(-4, 5, (targets, references)) / 4).astype(np.float32)
    colors = rng.integers(0, draw(st.integers(1, 6)), references).astype(np.int32)
    cuts = sorted(draw(st.sets(st.integers(0, references), max_size=4)))
    parts = np.split(np.arange(references), cuts)
    return similarity, colors, [parts[place] for place in rng.permutation(len(parts))]


class TestColorScores:
    @given(batches())
    def test_batches_give_what_one_argmax_gives(self, case):
        similarity, colors, parts = case
        scores = ColorScores(len(similarity))
        for part in parts:
            scores.add(similarity[:, part], colors[part], part)
        for color in range(len(scores.best)):
            of_color = np.flatnonzero(colors == color)
            if len(of_color) == 0:
                assert (scores.best[color] == -np.inf).all()
                assert (scores.source[color] == NO_SOURCE).all()
                continue
            assert np.array_equal(scores.best[color], similarity[:, of_color].max(axis=1))
            first = of_color[similarity[:, of_color].argmax(axis=1)]
            assert np.array_equal(scores.source[color], first)

    @given(batches())
    def test_changed_names_the_targets_whose_scores_rose(self, case):
        similarity, colors, _ = case
        scores = ColorScores(len(similarity))
        scores.add(similarity, colors, np.arange(len(colors)))
        assert not scores.add(similarity, colors, np.arange(len(colors))).any()
        raised = similarity.copy()
        raised[0] += 1
        changed = scores.add(raised, colors, np.arange(len(colors)))
        assert changed.tolist() == [True] + [False] * (len(similarity) - 1)

    def test_nothing_added_changes_nothing(self):
        scores = scores_of([[0.5]], [0])
        none = np.empty(0, np.int32)
        assert not scores.add(np.empty((1, 0), np.float32), none, none.astype(np.int64)).any()

    def test_what_is_emptied_and_not_merged_anew_is_nobodys(self):
        scores = scores_of([[0.5, 0.25]], [0, 1])
        assert scores.redo(np.array([0]), lambda: None).all()
        assert scores.best[:, 0].tolist() == [-np.inf, 0.25]
        assert scores.source[:, 0].tolist() == [NO_SOURCE, 1]


class TestVoting:
    """One segment; colour 0 leads with 100 votes over 99.9, and half a percent may come unseen."""

    @pytest.fixture
    def scores(self):
        scores = ColorScores(1, voting=1.0)
        self.add(scores, 0, 100)
        self.add(scores, 1, 99.9)
        scores.votes()
        return scores

    def add(self, scores, color, votes, row=9):
        likeness = np.log([[votes]]).astype(np.float32)
        return bool(scores.add(likeness, np.array([color], np.int32), np.array([row])).any())

    def test_a_colour_that_overtakes_by_little_is_told(self, scores):
        assert not self.add(scores, 1, 0.05)
        assert self.add(scores, 1, 0.1)

    def test_a_leader_that_gained_is_harder_to_overtake(self, scores):
        assert not self.add(scores, 0, 0.3)
        assert not self.add(scores, 1, 0.3)
        assert self.add(scores, 1, 0.2)

    def test_much_that_came_by_little_is_told_until_it_is_read(self, scores):
        assert [self.add(scores, 2, 0.3) for _ in range(4)] == [False, False, False, True]
        scores.votes()
        assert not self.add(scores, 2, 0.3)

    def test_a_nearer_source_of_the_leader_is_told(self, scores):
        assert not self.add(scores, 1, 1e-3, row=7)
        assert self.add(scores, 0, 100, row=7)
        assert scores.source[:, 0].tolist() == [7, 9]

    def test_what_is_merged_anew_is_told_where_it_can_be_seen(self, scores):
        def fewer():
            self.add(scores, 1, 99.8)

        def less():
            self.add(scores, 0, 99.7)

        assert not scores.redo(np.array([1]), fewer).any()
        assert np.exp(scores.votes()).ravel().tolist() == pytest.approx([100, 99.8])
        assert scores.redo(np.array([0]), less).any()
        assert np.exp(scores.votes()).ravel().tolist() == pytest.approx([99.7, 99.8])


class TestPropose:
    def test_the_most_similar_reference_gives_colour_and_source(self):
        found = scores_of([[0.2, 0.9, 0.5]], [4, 2, 4], rows=[10, 11, 12]).proposals(0.1)
        assert found.color.tolist() == [2]
        assert found.source.tolist() == [11]
        assert found.runners_up.tolist() == [[4, NO_COLOR, NO_COLOR]]

    def test_without_references_nothing_is_proposed(self):
        found = ColorScores(2).proposals(0.1)
        assert found.color.tolist() == [NO_COLOR] * 2
        assert found.confidence.tolist() == [0, 0]
        assert found.source.tolist() == [NO_SOURCE] * 2
        assert found.runners_up.shape == (2, RUNNERS_UP)

    def test_many_references_of_one_colour_do_not_outvote_a_better_one(self):
        found = scores_of([[0.8, 0.8, 0.8, 0.9]], [0, 0, 0, 1]).proposals(0.1)
        assert found.color.tolist() == [1]

    def test_a_tie_is_no_certainty(self):
        found = scores_of([[0.7, 0.7]], [0, 1]).proposals(0.1)
        assert found.color.tolist() == [0]
        assert found.confidence[0] == pytest.approx(0)

    def test_one_colour_alone_is_certain_unless_it_is_unlike(self):
        scores = scores_of([[0.7]], [0])
        assert scores.proposals(0.1).confidence[0] == pytest.approx(1)
        assert scores.proposals(0.1, unknown=0.7).confidence[0] == pytest.approx(0)
        assert scores.proposals(0.1, unknown=2.0).confidence[0] == 0

    def test_margin_between_best_and_second_best_colour(self):
        # Shares e^0 : e^-1 of certainty.
        found = scores_of([[1.0, 0.9]], [0, 1]).proposals(0.1)
        weight = np.exp(-1)
        assert found.confidence[0] == pytest.approx((1 - weight) / (1 + weight), abs=1e-5)

    def test_the_unknown_takes_its_share_of_certainty(self):
        found = scores_of([[1.0, 0.9]], [0, 1]).proposals(0.1, unknown=0.8)
        second, unknown = np.exp(-1), np.exp(-2)
        certainty = (1 - second) / (1 + second + unknown)
        assert found.confidence[0] == pytest.approx(certainty, abs=1e-5)

    def test_a_colour_that_only_what_is_said_speaks_for_has_no_source(self):
        scores = scores_of([[0.5]], [0], rows=[7])

        def hold(votes):
            return np.append(votes, [[0.9]], axis=1).astype(np.float32), np.array([[0, 1]])

        held = scores.proposals(0.1, hold=hold)
        assert (held.color.tolist(), held.source.tolist()) == ([1], [NO_SOURCE])
        assert scores.proposals(0.1).source.tolist() == [7]

    @given(batches(), st.sampled_from([0.02, 0.2, 2.0]), st.sampled_from([-np.inf, -0.5, 0.5]))
    def test_invariants(self, case, temperature, unknown):
        similarity, colors, _ = case
        found = scores_of(similarity, colors).proposals(temperature, unknown)
        assert ((found.confidence >= 0) & (found.confidence <= 1)).all()
        for index, row in enumerate(similarity):
            assert colors[found.source[index]] == found.color[index]
            assert row[found.source[index]] == row.max()
            listed = [int(found.color[index]), *found.runners_up[index].tolist()]
            known = [color for color in listed if color != NO_COLOR]
            assert len(known) == len(set(known)) == min(len(set(colors)), RUNNERS_UP + 1)
            assert listed[len(known) :] == [NO_COLOR] * (len(listed) - len(known))
            best = [row[colors == color].max() for color in known]
            assert best == sorted(best, reverse=True)

    @given(batches())
    def test_more_doubt_never_raises_confidence(self, case):
        similarity, colors, _ = case
        scores = scores_of(similarity, colors)
        sure, doubtful = scores.proposals(0.2, -1.0), scores.proposals(0.2, 0.0)
        assert (doubtful.confidence <= sure.confidence + 1e-6).all()
        assert np.array_equal(sure.color, doubtful.color)

    def test_extreme_similarities_stay_finite(self):
        best = np.array([[1e6, -1e6], [-1e6, -1e6]], np.float32)
        found = propose(best, np.zeros((2, 2), np.int64), 0.01, unknown=5.0)
        assert np.isfinite(found.confidence).all()
        assert found.confidence.tolist() == [1, 0]
