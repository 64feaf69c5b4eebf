"""Guards as formulas say what the guards say."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from game.expression.cell import Cell, CellKind
from game.expression.evaluate import holds
from game.expression.syntax import All, Any, Compare, Comparison, Constant, Guard, Not
from game.verify.formula import (
    Formula,
    asking,
    atom,
    atoms,
    both,
    cubes,
    either,
    formula_of,
    negation,
    resolved,
)

CELLS = (
    Cell("a", CellKind.YES_NO, 0, 1, 0),
    Cell("b", CellKind.NUMBER, -1, 2, 0),
    Cell("c", CellKind.NUMBER, 1, 3, 1),
)
SIZES = [cell.high - cell.low + 1 for cell in CELLS]
EVERY = list(product(*(range(cell.low, cell.high + 1) for cell in CELLS)))

leaves = st.one_of(
    st.builds(Constant, st.booleans()),
    st.builds(Compare, st.integers(0, 2), st.sampled_from(list(Comparison)), st.integers(-2, 4)),
)
guards: st.SearchStrategy[Guard] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(All, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Any, st.lists(inner, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)


def says(formula: Formula, values: tuple[int, ...]) -> bool:
    """Whether a formula holds, asked as a state is."""
    numbers = [value - cell.low for value, cell in zip(values, CELLS, strict=True)]
    state = sum(1 << (8 * cell + number) for cell, number in enumerate(numbers))
    return asking(formula, lambda one: one.values << 8 * one.cell)(state)


@given(guards)
def test_a_formula_and_its_negation_say_what_the_guard_does(guard: Guard) -> None:
    formula, other = formula_of(guard, CELLS), formula_of(guard, CELLS, wanted=False)
    turned = negation(formula, SIZES)
    for values in EVERY:
        assert says(formula, values) == holds(guard, values)
        assert says(other, values) == says(turned, values) == (not holds(guard, values))


@given(guards)
def test_cubes_say_what_the_formula_does(guard: Guard) -> None:
    formula = formula_of(guard, CELLS)
    written = cubes(formula)
    assert written is not None
    for values in EVERY:
        numbers = [value - cell.low for value, cell in zip(values, CELLS, strict=True)]
        fits = any(all(asked >> numbers[cell] & 1 for cell, asked in cube.items()) for cube in written)
        assert fits == holds(guard, values)


@given(guards, st.integers(0, 1))
def test_a_known_value_is_put_in(guard: Guard, known: int) -> None:
    formula = resolved(formula_of(guard, CELLS), lambda cell: known if cell == 0 else None)
    assert all(one.cell != 0 for one in atoms(formula))
    for values in EVERY:
        if values[0] == known:
            assert says(formula, values) == holds(guard, values)


def test_a_formula_with_too_many_cubes_is_not_written_out() -> None:
    pairs = [either((atom(number, 1, 2), atom(number + 1, 1, 2))) for number in range(0, 12, 2)]
    assert len(cubes(both(pairs)) or ()) == 2**6
    assert cubes(both(pairs), most=63) is None
    assert cubes(either(pairs), most=11) is None
    assert cubes(either((both(pairs), both(pairs[1:]))), most=70) is None
