using Goldthread.Core.Decisions;
using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>Every sum of money of the document, in order, with the financial years named beside it.</summary>
internal sealed class AmountReader
{
    private readonly Places places;
    private readonly List<Amount> amounts = [];
    private readonly TableHeads heads = new();

    private AmountReader(Places places) => this.places = places;

    public static IReadOnlyList<Amount> Read(IReadOnlyList<Unit> units, Places places)
    {
        var reader = new AmountReader(places);
        foreach (var unit in units)
        {
            foreach (var block in unit.Blocks)
            {
                reader.Take(block, unit.Part.Kind == PartKind.Section ? unit.Number : null);
            }
        }

        return reader.amounts;
    }

    private void Take(Block block, Numeral? paragraph)
    {
        if (block.Cells.Count > 1)
        {
            TakeRow(block, paragraph);
            return;
        }

        foreach (var sentence in Sentences.In(block.Text))
        {
            var years = new Lazy<IReadOnlyList<(string, Passage)>>(() => FinancialYears.In(sentence));
            foreach (var sum in Money.In(sentence))
            {
                Add(sum.Pounds, sum.Quote, paragraph, years.Value);
            }
        }

        heads.Before(block);
    }

    private void TakeRow(Block row, Numeral? paragraph)
    {
        heads.Take(row);
        for (var column = 0; column < row.Cells.Count; column++)
        {
            var cell = row.Cells[column].Text;
            var unit = heads.UnitOf(column);
            var sums = unit is { } scale && Money.Figure(cell.Text) is { } figure && !heads.IsHead(row)
                ? [new Sum(figure * scale, cell)]
                : Money.In(cell).ToList();
            foreach (var sum in sums)
            {
                Add(sum.Pounds, sum.Quote, paragraph, [.. heads.YearsOf(column, row)]);
            }
        }
    }

    private void Add(decimal pounds, Passage quote, Numeral? paragraph, IReadOnlyList<(string Year, Passage Where)> years)
    {
        var pointer = $"/amounts/{amounts.Count}";
        places.Put(pointer + "/pounds", quote);
        if (paragraph is not null)
        {
            places.Put(pointer + "/paragraph", paragraph.Where);
        }

        for (var i = 0; i < years.Count; i++)
        {
            places.Put($"{pointer}/financialYears/{i}", years[i].Where);
        }

        amounts.Add(new Amount(pounds, places.Put(pointer + "/quote", quote), paragraph?.Printed, [.. years.Select(year => year.Year)]));
    }
}
