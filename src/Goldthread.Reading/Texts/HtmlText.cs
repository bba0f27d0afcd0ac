using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using Goldthread.Reading.Texts.Hidden;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Texts;

/// <summary>The text of a web page: lists with the numbers a browser would show, tables row by row, furniture left out.</summary>
/// <remarks>
/// Works on the stream of tags and keeps no tree, so that a page of a million open elements costs no more
/// than its length. Nothing that a page points at is ever fetched.
/// </remarks>
internal sealed class HtmlText
{
    private readonly LineWriter writer = new();
    private readonly HtmlLists lists = new();
    private readonly HtmlSkipping skipping;
    private readonly HtmlHidden hidden = new();
    private int boldDepth;
    private bool inHeadCell;
    private bool preformatted;
    private int tables;

    private HtmlText(FurnitureRules furniture) => skipping = new HtmlSkipping(furniture);

    public static ExtractedText Extract(string html, FurnitureRules furniture, CancellationToken cancellation)
    {
        var page = new HtmlText(furniture);
        using var text = new TextSource(html);
        using var tokens = new HtmlTokenizer(text, HtmlEntityProvider.Resolver);
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile && !page.writer.IsFull; token = tokens.Get())
        {
            cancellation.ThrowIfCancellationRequested();
            page.Take(token, tokens);
        }

        var extracted = page.writer.Finish();
        return extracted with { Hidden = page.hidden.Findings(extracted.Source.Value), IsPage = true };
    }

    private void Take(HtmlToken token, HtmlTokenizer tokens)
    {
        if (token.Type == HtmlTokenType.Character)
        {
            Words(token.Data);
        }
        else if (token.Type == HtmlTokenType.Comment)
        {
            hidden.Comment(token.Data);
        }
        else if (token is HtmlTagToken tag)
        {
            hidden.Meta(tag);
            tokens.State = token.Type == HtmlTokenType.StartTag ? HtmlNames.ContentOf(tag.Name) : HtmlParseMode.PCData;
            if (!skipping.Skips(tag))
            {
                Tag(tag);
            }
        }
    }

    private bool IsBold => boldDepth > 0 || inHeadCell;

    private void Words(string words)
    {
        if (skipping.Active)
        {
            hidden.Words(skipping.IsHiding ? words : "");
            return;
        }

        if (!preformatted)
        {
            writer.Write(words, IsBold);
            return;
        }

        foreach (var line in words.Split('\n'))
        {
            writer.Write(line, IsBold);
            writer.EndLine(paragraph: line.Length == 0);
        }
    }

    private void Tag(HtmlTagToken tag)
    {
        if (tag.Type == HtmlTokenType.StartTag)
        {
            Start(tag);
        }
        else
        {
            End(tag.Name);
        }
    }

    private void Start(HtmlTagToken tag)
    {
        switch (tag.Name)
        {
            case "br":
                writer.EndLine(paragraph: false);
                break;
            case "b" or "strong":
                boldDepth++;
                break;
            case "pre":
                preformatted = true;
                break;
            case "ol" or "ul" or "menu":
                writer.EndLine(paragraph: lists.Depth == 0);
                writer.Depth = lists.Open(tag);
                break;
            case "li":
                writer.Mark(lists.NextMarker(tag));
                break;
            case "table":
                writer.BreakRow();
                writer.EndLine(paragraph: true);
                writer.Table = ++tables;
                break;
            case "dl":
                writer.Table = ++tables;
                break;
            case "tr" or "dt":
                writer.StartRow();
                writer.Head = tag.Name == "tr";
                CellOf(tag.Name);
                break;
            case "dd" when writer.IsSecondCell:
                writer.EndLine(paragraph: true);
                break;
            case "td" or "th" or "dd":
                Cell(tag.Name);
                break;
            case "input" when tag.GetAttribute("type").Equals("checkbox", StringComparison.OrdinalIgnoreCase):
                writer.Write(tag.Attributes.Any(a => a.Name == "checked") ? "☒" : "☐", isBold: false);
                break;
            case ['h', >= '1' and <= '6'] heading:
                writer.BreakRow();
                writer.EndLine(paragraph: true);
                writer.Rank = heading[1] - '0';
                break;
            default:
                EndLineIfBlock(tag.Name);
                break;
        }
    }

    private void CellOf(string name)
    {
        if (name == "dt")
        {
            writer.StartCell();
        }
    }

    private void Cell(string name)
    {
        if (!writer.InRow)
        {
            writer.StartRow();
        }

        writer.Head &= name == "th";
        inHeadCell = name == "th";
        writer.StartCell();
    }

    private void End(string name)
    {
        switch (name)
        {
            case "b" or "strong":
                boldDepth = Math.Max(0, boldDepth - 1);
                break;
            case "pre":
                preformatted = false;
                writer.EndLine(paragraph: true);
                break;
            case "ol" or "ul" or "menu":
                writer.EndLine(paragraph: lists.Depth <= 1);
                writer.Depth = lists.Close();
                break;
            case "td" or "th":
                inHeadCell = false;
                writer.EndCell();
                break;
            case "tr" or "table" or "dl":
                writer.EndRow();
                writer.EndLine(paragraph: true);
                break;
            case ['h', >= '1' and <= '6']:
                writer.EndLine(paragraph: true);
                writer.Rank = 0;
                break;
            default:
                EndLineIfBlock(name);
                break;
        }
    }

    private void EndLineIfBlock(string name)
    {
        if (HtmlNames.Blocks.Contains(name))
        {
            writer.EndLine(paragraph: name != "li");
            boldDepth = name == "p" ? 0 : boldDepth;
        }
    }
}
