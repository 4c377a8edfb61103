
(function () {
  'use strict';
  var each = function (list, act) { Array.prototype.forEach.call(list, act); };
  each(document.querySelectorAll('article'), function (article) {
    var list = article.querySelector('.findings.main');
    if (!list) { return; }
    var tools = article.querySelector('.tools');
    var items = Array.prototype.slice.call(list.children);
    var rule = tools.querySelector('select');
    var status = tools.querySelector('.status');
    var progress = article.querySelector('.progress');
    var severities = tools.querySelectorAll('.severities input');
    var shown = function () { return items.filter(function (item) { return !item.hidden; }); };
    var say = function (place, words, values) {
      place.textContent = words.replace(/%(\d)/g, function (_, at) { return values[at]; });
    };
    var count = function () {
      var done = items.filter(function (item) { return item.querySelector('input').checked; }).length;
      say(progress, progress.dataset.words, [done, items.length]);
      say(status, status.dataset.words, [shown().length, items.length]);
    };
    var filter = function () {
      var wanted = {};
      each(severities, function (box) { wanted[box.value] = box.checked; });
      items.forEach(function (item) {
        item.hidden = !wanted[item.dataset.severity] || (rule.value !== '' && rule.value !== item.dataset.code);
      });
      each(list.querySelectorAll('.group'), function (head) {
        head.hidden = !items.some(function (item) { return !item.hidden && item.dataset.code === head.dataset.code; });
      });
      count();
    };
    var order = function (byRule) {
      each(list.querySelectorAll('.group'), function (head) { list.removeChild(head); });
      var codes = Array.prototype.map.call(rule.options, function (option) { return option.value; });
      var sorted = items.slice();
      if (byRule) {
        sorted.sort(function (a, b) {
          return codes.indexOf(a.dataset.code) - codes.indexOf(b.dataset.code) || items.indexOf(a) - items.indexOf(b);
        });
      }
      var last = '';
      sorted.forEach(function (item) {
        if (byRule && item.dataset.code !== last) {
          last = item.dataset.code;
          var head = document.createElement('li');
          head.className = 'group';
          head.dataset.code = last;
          head.textContent = rule.options[codes.indexOf(last)].textContent;
          list.appendChild(head);
        }
        list.appendChild(item);
      });
      filter();
    };
    var lines = function () {
      return shown().map(function (item) {
        var words = function (selector) { var found = item.querySelector(selector); return found ? found.textContent : ''; };
        return words('.number') + '. [' + words('.severity') + '] ' + words('.where a') + '  ' + words('strong') + ' (' + words('.code') + ')';
      }).join('\n') + '\n';
    };
    var copied = function (button, worked) {
      say(status, worked ? button.dataset.done : button.dataset.failed, [shown().length]);
    };
    var copyOld = function (words) {
      var area = document.createElement('textarea');
      area.value = words;
      document.body.appendChild(area);
      area.select();
      var worked = document.execCommand('copy');
      document.body.removeChild(area);
      return worked;
    };
    tools.addEventListener('change', function (event) {
      if (event.target.type === 'radio') { order(event.target.value === 'rule'); } else { filter(); }
    });
    list.addEventListener('change', count);
    tools.querySelector('.copy').addEventListener('click', function (event) {
      var button = event.target, words = lines();
      if (navigator.clipboard) {
        navigator.clipboard.writeText(words).then(
          function () { copied(button, true); },
          function () { copied(button, copyOld(words)); });
      } else { copied(button, copyOld(words)); }
    });
    // A link to a finding that a filter hides shows it again.
    window.addEventListener('hashchange', function () {
      var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target && target.hidden && list.contains(target)) {
        each(severities, function (box) { box.checked = true; });
        rule.value = '';
        filter();
        target.scrollIntoView();
      }
    });
    tools.hidden = false;
    progress.hidden = false;
    count();
  });
}());
