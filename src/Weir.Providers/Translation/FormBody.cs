using System.Buffers;
using System.Text;

namespace Weir.Providers.Translation;

/// <summary>Writes a form with files (<c>multipart/form-data</c>).</summary>
/// <param name="boundary">A text that is in none of the values.</param>
internal sealed class FormBody(string boundary)
{
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);

    public string ContentType => $"multipart/form-data; boundary={boundary}";

    public void AddText(string name, string value) => AddBytes(name, Encoding.UTF8.GetBytes(value));

    public void AddBytes(string name, ReadOnlySpan<byte> value)
    {
        Write($"--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
        _bytes.Write(value);
        Write("\r\n");
    }

    public void AddFile(string name, string fileName, ReadOnlySpan<byte> content)
    {
        Write($"--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{fileName}\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        _bytes.Write(content);
        Write("\r\n");
    }

    /// <summary>The whole body; nothing can be added after it.</summary>
    public ReadOnlyMemory<byte> Close()
    {
        Write($"--{boundary}--\r\n");
        return _bytes.WrittenMemory;
    }

    private void Write(string text) => _ = Encoding.UTF8.GetBytes(text, _bytes);
}
