using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Gateway.Protocols.Json;

/// <summary>The members of a small object, read once, for whoever asks for many of them by name.</summary>
/// <remarks><see cref="WireElement.Find"/> goes through the object for each name that it is asked for.</remarks>
internal readonly struct ObjectMembers
{
    private readonly KeyValuePair<string, JsonElement>[]? _members;

    private ObjectMembers(KeyValuePair<string, JsonElement>[] members) => _members = members;

    /// <param name="owner">An object; of anything else there are no members.</param>
    public static ObjectMembers Of(JsonElement owner)
    {
        if (owner.ValueKind != JsonValueKind.Object)
        {
            return default;
        }

        var members = new KeyValuePair<string, JsonElement>[owner.GetPropertyCount()];
        var count = 0;
        foreach (var member in owner.EnumerateObject())
        {
            members[count++] = new(NameOf(member), member.Value);
        }

        return new ObjectMembers(members);
    }

    /// <summary>A member with another value than null; nothing when there is none. Of a name given twice, the last.</summary>
    public JsonElement? Find(string name)
    {
        for (var index = (_members?.Length ?? 0) - 1; index >= 0; index--)
        {
            if (_members![index].Key == name)
            {
                return _members[index].Value is { ValueKind: not JsonValueKind.Null } value ? value : null;
            }
        }

        return null;
    }

    // JsonProperty.Name throws for half a surrogate pair.
    private static string NameOf(JsonProperty member)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(member);
        if (!raw.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(raw);
        }

        var reader = new Utf8JsonReader([(byte)'"', .. raw, (byte)'"']);
        _ = reader.Read();
        return WireText.Read(reader);
    }
}
