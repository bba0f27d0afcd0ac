using System.Globalization;
using Goldthread.Core.Boards;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Measures of success without a number: nothing by which one could tell that they were met.</summary>
internal static class GT6010MeasuresWithoutNumber
{
    public static IEnumerable<Finding> Check(Workshop workshop)
    {
        if (workshop.SuccessMeasures.Count > 0 && !workshop.SuccessMeasures.Any(measure => measure.Any(char.IsDigit)))
        {
            yield return new("GT6010", string.Create(CultureInfo.InvariantCulture, $"{workshop.SuccessMeasures.Count} measures of success are named and none has a number. Expected from what, to what and by when."), "/successMeasures/0");
        }
    }
}
