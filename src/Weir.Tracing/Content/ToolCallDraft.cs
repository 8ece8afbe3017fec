using Weir.OpenInference;
using Weir.Protocol.Traces;

namespace Weir.Tracing.Content;

/// <summary>A tool call while its attributes are read.</summary>
internal sealed class ToolCallDraft
{
    private ReadOnlyMemory<byte> _id;
    private ReadOnlyMemory<byte> _name;
    private ReadOnlyMemory<byte> _arguments;

    public void Set(ReadOnlySpan<char> member, ReadOnlyMemory<byte> json)
    {
        switch (member)
        {
            case ToolCallAttributes.Id:
                _id = json;
                break;
            case ToolCallAttributes.FunctionName or MessageAttributes.FunctionCallName:
                _name = json;
                break;
            case ToolCallAttributes.FunctionArgumentsJson or MessageAttributes.FunctionCallArgumentsJson:
                _arguments = json;
                break;
        }
    }

    public ToolCallRecord ToRecord(ContentTexts texts) => new() { Id = texts.Plain(_id), Name = texts.Plain(_name) ?? "", Arguments = texts.Value(_arguments) };
}
