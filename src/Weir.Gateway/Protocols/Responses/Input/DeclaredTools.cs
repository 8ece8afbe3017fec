using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Responses.Input;

/// <summary>The tools of a request by the names of their functions in the chat request. Bounded by the request.</summary>
internal sealed class DeclaredTools
{
    private readonly Dictionary<string, DeclaredTool> _byChatName = new(StringComparer.Ordinal);

    // Who has tools besides goes on without it; who has none wants just this.
    private string? _leftOut;

    /// <exception cref="GatewayException">400 for a tool without a name, or two of one name; 501 for a tool that providers or servers run.</exception>
    public static DeclaredTools Read(JsonElement request)
    {
        var tools = new DeclaredTools();
        if (request.Find("tools"u8) is { ValueKind: not JsonValueKind.Array } wrong)
        {
            throw RequestFault.WrongKind("tools", wrong, "a list");
        }

        tools.AddAll(request, group: null, "tools");
        return tools.Count > 0 || tools._leftOut is null ? tools : throw RequestFault.NotBuilt(tools._leftOut);
    }

    public int Count => _byChatName.Count;

    /// <summary>The tool that an answer calls; a name nobody declared is that of a function.</summary>
    public DeclaredTool Find(string chatName) => _byChatName.GetValueOrDefault(chatName) ?? new DeclaredTool(chatName, null, IsCustom: false);

    public bool Contains(string chatName) => _byChatName.ContainsKey(chatName);

    private void AddAll(JsonElement owner, string? group, string place)
    {
        var index = 0;
        foreach (var tool in owner.FindItems("tools"u8))
        {
            Add(tool, group, $"{place}[{index++}]");
        }
    }

    private void Add(JsonElement tool, string? group, string place)
    {
        var type = tool.RequireString("type"u8, $"{place}.type").Text();
        if (group is null && NativeTool.OfType(type) is { } native)
        {
            AddOnce(new DeclaredTool(type, null, IsCustom: false, native), $"{place}.type");
            return;
        }

        if (NativeTool.IsHostedOffer(type))
        {
            _leftOut ??= $"The tool '{type}' ({place})";
            return;
        }

        var isGroup = type == "namespace" && group is null;
        if (!isGroup && type is not ("function" or "custom"))
        {
            throw RequestFault.NotBuilt($"The tool '{type}' ({place})");
        }

        var name = tool.RequireString("name"u8, $"{place}.name").Text();
        if (isGroup)
        {
            AddAll(tool, name, $"{place}.tools");
            return;
        }

        AddOnce(new DeclaredTool(name, group, type == "custom"), $"{place}.name");
    }

    private void AddOnce(DeclaredTool declared, string place)
    {
        if (!_byChatName.TryAdd(declared.ChatName, declared))
        {
            throw RequestFault.Invalid($"'{place}' is \"{declared.Name}\", which another tool has. Give each its own name.");
        }
    }
}
