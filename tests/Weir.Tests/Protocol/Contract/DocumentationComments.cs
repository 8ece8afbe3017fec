using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Weir.Tests.Protocol.Contract;

/// <summary>The summaries of an assembly's documentation file, as one line of plain text each.</summary>
internal sealed partial class DocumentationComments
{
    private readonly Dictionary<string, string> _summaries;

    private DocumentationComments(Dictionary<string, string> summaries) => _summaries = summaries;

    public static DocumentationComments Of(Assembly assembly)
    {
        var members = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member");
        return new DocumentationComments(members
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(member => member.Attribute("name")!.Value, member => Text(member.Element("summary")!), StringComparer.Ordinal));
    }

    public string? OfType(Type type) => _summaries.GetValueOrDefault("T:" + NameOf(type));

    /// <summary>The summary of a property, which a base class may declare; of a positional record, none.</summary>
    public string? OfProperty(Type type, JsonPropertyInfo property) =>
        property.AttributeProvider is PropertyInfo { DeclaringType: { } declaring } member
            ? _summaries.GetValueOrDefault($"P:{NameOf(declaring)}.{member.Name}")
            : _summaries.GetValueOrDefault($"P:{NameOf(type)}.{property.Name}");

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!;

    private static string Text(XElement summary)
    {
        foreach (var reference in summary.Descendants().Where(element => element.Attribute("cref") is not null).ToArray())
        {
            reference.ReplaceWith(SnakeCase().Replace(reference.Attribute("cref")!.Value.Split('.')[^1], "_$0").TrimStart('_').ToLowerInvariant());
        }

        return Space().Replace(summary.Value, " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex SnakeCase();
}
