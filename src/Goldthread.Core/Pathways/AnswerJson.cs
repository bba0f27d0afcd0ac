using System.Text.Encodings.Web;
using System.Text.Json;

namespace Goldthread.Core.Pathways;

/// <summary>Writes answers as JSON, in the order that the format fixes.</summary>
public static class AnswerJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the answer of <c>pathways check</c>.</summary>
    public static void Write(Stream stream, PathwayMap map, Answer answer)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteNumber("profiles", answer.Profiles);
        WriteQuestion(json, answer.Question);
        WriteArray(json, "needs", answer.Needs, need => WriteNeed(json, map, need));
        WriteArray(json, "doors", answer.Doors, row => WriteDoor(json, row));
        WriteArray(json, "lastRoutes", answer.LastRoutes, row => WriteLastRoute(json, row));
        WriteArray(json, "cliffEdges", answer.CliffEdges, row => WriteCliffEdge(json, row));
        json.WriteEndObject();
    }

    /// <summary>Writes the comparison of <c>pathways compare</c>.</summary>
    public static void Write(Stream stream, PathwayMap map, Comparison comparison)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        WriteArray(json, "needs", comparison.Needs, need =>
        {
            json.WriteStartObject();
            json.WriteString("need", need.Need);
            json.WriteNumber("gained", need.Gained);
            json.WriteNumber("lost", need.Lost);
            WriteArray(json, "gapsOpened", need.GapsOpened, box => WriteBox(json, map, box));
            WriteArray(json, "gapsClosed", need.GapsClosed, box => WriteBox(json, map, box));
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    /// <summary>Writes the suggestions of <c>pathways suggest</c>.</summary>
    public static void Write(Stream stream, IReadOnlyList<Suggestion> suggestions)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        WriteArray(json, "suggestions", suggestions, suggestion => WriteSuggestion(json, suggestion));
        json.WriteEndObject();
    }

    private static void WriteSuggestion(Utf8JsonWriter json, Suggestion suggestion)
    {
        json.WriteStartObject();
        if (suggestion is AcceptSuggestion accept)
        {
            json.WriteString("kind", "accept");
            json.WriteString("subject", accept.Subject);
            json.WriteString("alternative", accept.Alternative);
            json.WriteString("dimension", accept.Dimension);
            json.WriteString("value", accept.Value);
        }
        else if (suggestion is LinkSuggestion link)
        {
            json.WriteString("kind", "link");
            json.WriteString("from", link.From);
            json.WriteString("to", link.To);
        }
        json.WriteNumber("newlyReached", suggestion.NewlyReached);
        if (suggestion.Share is { } share)
        {
            json.WriteNumber("share", share);
        }
        json.WriteEndObject();
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }
        json.WriteEndArray();
    }

    private static void WriteBox(Utf8JsonWriter json, PathwayMap map, Box box)
    {
        json.WriteStartObject();
        json.WriteNumber("profiles", box.Profiles);
        json.WriteStartObject("where");
        for (var d = 0; d < map.Dimensions.Count; d++)
        {
            if (box.Where[d] is { } values)
            {
                var dimension = map.Dimensions[d];
                WriteArray(json, dimension.Name, values, value => json.WriteStringValue(dimension.Values[value]));
            }
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteQuestion(Utf8JsonWriter json, Question question)
    {
        json.WriteString("day", Text(question.Day));
        json.WriteNumber("maxHandOffs", question.MaxHandOffs);
        if (question.MaxWaitDays is { } wait)
        {
            json.WriteNumber("maxWaitDays", wait);
        }
        else
        {
            json.WriteNull("maxWaitDays");
        }
        json.WriteBoolean("standardOnly", question.StandardOnly);
        json.WriteString("until", question.Until is { } until ? Text(until) : null);
    }

    private static void WriteNeed(Utf8JsonWriter json, PathwayMap map, NeedAnswer need)
    {
        json.WriteStartObject();
        json.WriteString("need", need.Need);
        json.WriteNumber("reached", need.Reached);
        json.WriteNumber("noWrongDoor", need.NoWrongDoor);
        WriteArray(json, "handOffs", need.HandOffs, json.WriteNumberValue);
        if (need.Share is { } share)
        {
            json.WriteStartObject("share");
            json.WriteNumber("reached", share.Reached);
            json.WriteNumber("noWrongDoor", share.NoWrongDoor);
            json.WriteEndObject();
        }
        json.WriteStartObject("by");
        for (var d = 0; d < map.Dimensions.Count; d++)
        {
            WriteDimension(json, map.Dimensions[d], need.By[d]);
        }
        json.WriteEndObject();
        WriteArray(json, "gaps", need.Gaps, box => WriteBox(json, map, box));
        json.WriteEndObject();
    }

    private static void WriteDimension(Utf8JsonWriter json, Dimension dimension, IReadOnlyList<ValueRow> rows)
    {
        json.WriteStartObject(dimension.Name);
        for (var v = 0; v < rows.Count; v++)
        {
            json.WriteStartObject(dimension.Values[v]);
            json.WriteNumber("profiles", rows[v].Profiles);
            json.WriteNumber("reached", rows[v].Reached);
            json.WriteNumber("noWrongDoor", rows[v].NoWrongDoor);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteDoor(Utf8JsonWriter json, DoorRow row)
    {
        json.WriteStartObject();
        json.WriteString("door", row.Door);
        json.WriteString("need", row.Need);
        json.WriteNumber("mayEnter", row.MayEnter);
        json.WriteNumber("deadEnds", row.DeadEnds);
        json.WriteEndObject();
    }

    private static void WriteLastRoute(Utf8JsonWriter json, LastRouteRow row)
    {
        json.WriteStartObject();
        json.WriteString("service", row.Service);
        json.WriteString("need", row.Need);
        json.WriteNumber("profiles", row.Profiles);
        json.WriteEndObject();
    }

    private static void WriteCliffEdge(Utf8JsonWriter json, CliffEdgeRow row)
    {
        json.WriteStartObject();
        json.WriteString("day", Text(row.Day));
        json.WriteString("need", row.Need);
        json.WriteNumber("lost", row.Lost);
        WriteArray(json, "closing", row.Closing, json.WriteStringValue);
        json.WriteEndObject();
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd");
}
