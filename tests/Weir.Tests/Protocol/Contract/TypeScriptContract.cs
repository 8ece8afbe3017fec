using System.Collections;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Weir.Protocol;
using Weir.Protocol.Primitives;

namespace Weir.Tests.Protocol.Contract;

/// <summary>Writes the wire records as TypeScript interfaces, for the console: names, nullability and comments as the API has them.</summary>
internal sealed class TypeScriptContract
{
    private const string Head =
        """
        // Generated from the C# wire records; do not edit. To bring it up to date, run the unit tests with WEIR_APPROVE=1.

        /** Any JSON. */
        export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

        """;

    private readonly SortedDictionary<string, JsonTypeInfo> _interfaces = new(StringComparer.Ordinal);
    private readonly DocumentationComments _comments = DocumentationComments.Of(typeof(WireJson).Assembly);

    /// <summary>The whole text of <c>contract.ts</c>.</summary>
    public static string Write()
    {
        var contract = new TypeScriptContract();
        foreach (var root in typeof(WireJson).GetProperties().Where(property => typeof(JsonTypeInfo).IsAssignableFrom(property.PropertyType)))
        {
            contract.Visit(((JsonTypeInfo)root.GetValue(WireJson.Default)!).Type);
        }

        var text = new StringBuilder(Head);
        foreach (var type in contract._interfaces.Values)
        {
            contract.WriteInterface(text, type);
        }

        return text.ToString();
    }

    private static bool IsRecord(Type type) => type.Namespace?.StartsWith("Weir.Protocol", StringComparison.Ordinal) == true && type != typeof(Usd);

    private static string NameOf(Type type) => type.IsGenericType ? type.Name[..type.Name.IndexOf('`')] + "<T>" : type.Name;

    private static Type? ElementOf(Type type) => type == typeof(string)
        ? null
        : type.GetInterfaces().Append(type).FirstOrDefault(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    // Of an object with free names, what its members are.
    private static Type? ValueOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) ? type.GetGenericArguments()[1] : null;

    private static JsonTypeInfo InfoOf(Type type) => WireJson.Default.GetTypeInfo(type) ?? throw new InvalidOperationException($"{type} is not in WireJson.");

    private void Visit(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            Visit(value);
        }
        else if (IsRecord(type))
        {
            var info = InfoOf(type);
            if (_interfaces.TryAdd(NameOf(type), info) || type.IsGenericType)
            {
                info.Properties.ToList().ForEach(property => Visit(property.PropertyType));
            }
        }
        else if (ValueOf(type) is { } member)
        {
            Visit(member);
        }
        else if (ElementOf(type) is { } element)
        {
            Visit(element);
        }
    }

    private void WriteInterface(StringBuilder text, JsonTypeInfo info)
    {
        _ = text.Append('\n').Append(Comment(_comments.OfType(info.Type), "")).Append("export interface ").Append(NameOf(info.Type)).Append(" {\n");
        foreach (var property in info.Properties)
        {
            var type = info.Type.IsGenericType && info.Type.GetGenericArguments()[0] == property.PropertyType ? "T" : TypeOf(property.PropertyType);
            var isNullable = property.IsGetNullable && type is not ("null" or "Json" or "T");
            _ = text
                .Append(Comment(_comments.OfProperty(info.Type, property), "  "))
                .Append("  ").Append(property.Name).Append(": ").Append(type).Append(isNullable ? " | null" : "").Append(";\n");
        }

        _ = text.Append("}\n");
    }

    private static string TypeOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => "string",
            _ when type == typeof(bool) => "boolean",
            _ when type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(decimal) || type == typeof(Usd) => "number",
            _ when type == typeof(JsonElement) => "Json",
            _ when type == typeof(object) => "null",
            _ when typeof(IDictionary).IsAssignableFrom(type) => "Json",
            _ when IsRecord(type) => type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`')]}<{TypeOf(type.GetGenericArguments()[0])}>" : type.Name,
            _ when ValueOf(type) is { } member => $"{{ [name: string]: {TypeOf(member)} }}",
            _ when ElementOf(type) is { } element => $"{TypeOf(element)}[]",
            _ => throw new NotSupportedException($"{type} has no TypeScript form yet: add it here."),
        };
    }

    private static string Comment(string? comment, string indent) => comment is null ? "" : $"{indent}/** {comment} */\n";
}
