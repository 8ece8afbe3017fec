using System.Text;
using Weir.OpenInference;
using Xunit;

namespace Weir.Tests.OpenInference.Chat;

public sealed class ResponseStreamAccumulatorTests
{
    [Fact]
    public void Text_SplitInsideAnEmoji_IsWholeAgain()
    {
        var sink = new RecordingSink();
        var reply = new ResponseStreamAccumulator();

        Add(reply, """{"type":"response.output_text.delta","output_index":0,"content_index":0,"delta":"Hi \ud83d"}""");
        Add(reply, """{"type":"response.output_text.delta","output_index":0,"content_index":0,"delta":"\ude00"}""");
        reply.WriteAttributes(sink, TraceConfig.IgnoringEnvironment);

        Assert.Equal("Hi \U0001F600", sink.Values["llm.output_messages.0.message.contents.0.message_content.text"]);
    }

    [Fact]
    public void Call_ThatIsNotDone_KeepsTheArgumentsThatCame()
    {
        var sink = new RecordingSink();
        var reply = new ResponseStreamAccumulator();

        Add(reply, """{"type":"response.output_item.added","output_index":0,"item":{"type":"function_call","call_id":"c1","name":"get_weather","arguments":""}}""");
        Add(reply, """{"type":"response.function_call_arguments.delta","output_index":0,"delta":"{\"city\":"}""");
        reply.WriteAttributes(sink, TraceConfig.IgnoringEnvironment);

        Assert.Equal("{\"city\":", sink.Values["llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments"]);
        Assert.Equal("c1", sink.Values["llm.output_messages.0.message.tool_calls.0.tool_call.id"]);
    }

    [Fact]
    public void Text_LongerThanTheBound_IsMarkedAsTruncated()
    {
        var sink = new RecordingSink();
        var reply = new ResponseStreamAccumulator(maxBytes: 1_000);

        for (var i = 0; i < 100; i++)
        {
            Add(reply, $$"""{"type":"response.output_text.delta","output_index":0,"content_index":0,"delta":"{{new string('x', 50)}}"}""");
        }

        reply.WriteAttributes(sink, TraceConfig.IgnoringEnvironment);

        Assert.Equal(true, sink.Values["weir.output.truncated"]);
        Assert.InRange(((string)sink.Values["output.value"]).Length, 500, 1_500);
    }

    [Fact]
    public void ErrorEvent_IsTheErrorOfTheStream()
    {
        var reply = new ResponseStreamAccumulator();

        Add(reply, """{"type":"error","code":"rate_limit_exceeded","message":"Slow down.","param":null,"sequence_number":1}""");

        var error = reply.WriteAttributes(new RecordingSink(), TraceConfig.IgnoringEnvironment);
        Assert.Equal(("rate_limit_exceeded", "Slow down."), (error!.Code, error.Message));
    }

    private static void Add(ResponseStreamAccumulator reply, string data) => Assert.True(reply.Add(Encoding.UTF8.GetBytes(data)));
}
