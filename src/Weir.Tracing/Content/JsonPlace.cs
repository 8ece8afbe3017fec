using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Weir.Tracing.Content;

/// <summary>Where a walk through JSON is: <c>attributes.tag.tags.3</c>.</summary>
/// <remarks>As deep as the reader lets JSON be.</remarks>
internal sealed class JsonPlace(string root)
{
    private readonly Stack<Step> _steps = new();

    /// <summary>Takes note of a token, before the name or value it carries is read.</summary>
    public void Move(JsonTokenType token)
    {
        if (token is JsonTokenType.EndArray or JsonTokenType.EndObject)
        {
            _ = _steps.Pop();
            return;
        }

        if (token != JsonTokenType.PropertyName && _steps.TryPeek(out var around) && around.IsArray)
        {
            around.Index++;
        }

        if (token is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            _steps.Push(new Step { IsArray = token == JsonTokenType.StartArray });
        }
    }

    /// <summary>The member whose value comes next.</summary>
    public void Name(ReadOnlySpan<byte> name) => _steps.Peek().Name = Encoding.UTF8.GetString(name);

    public override string ToString() =>
        string.Join('.', _steps.Reverse().Select(step => step.IsArray ? step.Index.ToString(CultureInfo.InvariantCulture) : step.Name).Prepend(root));

    private sealed class Step
    {
        public required bool IsArray { get; init; }
        public int Index { get; set; } = -1;
        public string Name { get; set; } = "";
    }
}
