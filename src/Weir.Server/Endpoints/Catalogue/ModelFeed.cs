using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary>Writes the list of models as an RSS 2.0 feed.</summary>
internal static class ModelFeed
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true };

    public static async Task WriteAsync(HttpContext context, IReadOnlyList<ModelRow> rows, bool linksToChat)
    {
        var request = context.Request;
        using var feed = new MemoryStream();
        using (var xml = XmlWriter.Create(feed, Settings))
        {
            Write(xml, rows, $"{request.Scheme}://{request.Host}{request.PathBase}", linksToChat);
        }

        context.Response.ContentType = "application/rss+xml; charset=utf-8";
        context.Response.ContentLength = feed.Length;
        await context.Response.Body.WriteAsync(feed.GetBuffer().AsMemory(0, (int)feed.Length), context.RequestAborted);
    }

    private static void Write(XmlWriter xml, IReadOnlyList<ModelRow> rows, string origin, bool linksToChat)
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("channel");
        WriteText(xml, "title", "Weir Models");
        WriteText(xml, "link", origin + "/api/v1/models");
        WriteText(xml, "description", "Models that this server answers, the newest first unless asked otherwise.");
        foreach (var row in rows)
        {
            WriteItem(xml, row, origin, linksToChat);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteItem(XmlWriter xml, ModelRow row, string origin, bool linksToChat)
    {
        xml.WriteStartElement("item");
        WriteText(xml, "title", row.Model.Name);
        WriteText(xml, "link", origin + (linksToChat ? "/start?model=" + Uri.EscapeDataString(row.Slug) : ModelRecords.DetailsOf(row.Slug)));
        WriteText(xml, "description", row.Model.Card.Description);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(Clean(row.Slug));
        xml.WriteEndElement();
        WriteText(xml, "pubDate", row.Model.Created.UtcDateTime.ToString("R"));
        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Clean(text));

    // The writer escapes what XML can say; a control character or half a character it cannot.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
            {
                _ = clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }
}
